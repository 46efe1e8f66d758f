using Ascs.Trust.Directory;
using Ascs.Trust.Gate;
using Ascs.Trust.Replay;
using Ascs.Trust.Signing;
using Ascs.Trust.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Ascs.Trust.Tests.Gate;

/// <summary>The order of the checks, by their names and by what a call with many faults is told.</summary>
public sealed class GateOrderTests(TestWorld world) : IClassFixture<TestWorld>
{
    // In the order of the gate. Each fault leaves the others as they are.
    private static readonly (string Code, Action<CallDraft, TestWorld> Spoil)[] Faults =
    [
        ("BODY_TOO_LARGE", (draft, _) => draft.Body = [.. draft.Body, .. Enumerable.Repeat((byte)' ', 2 * 1024 * 1024)]),
        ("HEADERS_TOO_LARGE", (draft, _) => draft.Extra.Add(KeyValuePair.Create("x-padding", new string('a', 17_000)))),
        ("METHOD_NOT_ALLOWED", (draft, _) => draft.Method = "GET"),
        ("MEDIA_TYPE_UNSUPPORTED", (draft, _) => draft.ContentType = "application/json"),
        ("CERTIFICATE_MISMATCH", (draft, world) => draft.Caller = world.Second),
        ("PLATFORM_UNKNOWN", (draft, world) => (draft.Caller, draft.Claimed) = (world.Stranger, world.Stranger.PlatId)),
        ("PLATFORM_SUSPENDED", (_, world) => Change(world, peer => peer with { State = PeerState.Suspended })),
        ("TIMESTAMP_OUT_OF_RANGE", (draft, _) => draft.At -= TimeSpan.FromMinutes(11)),
        ("DIGEST_MISMATCH", (draft, _) => (draft.SignedBody, draft.Body) = (draft.Body, [.. draft.Body, (byte)' '])),
        ("ACCESS_TOKEN_INVALID", (draft, world) => draft.Secret = world.First.Directory.Shared[world.Party.PlatId]),
        ("SIGNATURE_INVALID", (draft, _) => draft.Secret = new PairSecret(draft.Secret!.KeyId, new byte[PairSecret.Length])),
        ("REPLAYED", (draft, world) => Assert.True(new ReplayMemory(world.Party.Store)
            .TryRememberAsync(world.First.PlatId, draft.Nonce, draft.At, TestContext.Current.CancellationToken).GetAwaiter().GetResult())),
        ("PERMISSION_DENIED", (_, world) => Change(world, peer => peer with { Permissions = [] })),
        ("SCHEMA_INVALID", (draft, _) => draft.BodyText = """{"v":1,"enterpriseId":"bolt","aids":["000000000000000000000000000"],"by":"ENTERPRISE","more":1}"""),
        ("ENTERPRISE_FOREIGN", (draft, _) => draft.BodyText = """{"v":1,"enterpriseId":"bolt","aids":["000000000000000000000000000"],"by":"ENTERPRISE"}"""),
        ("AUTHOR_SIGNATURE_INVALID", (draft, _) => draft.AuthorOperation = "dispatches/create"),
        ("IDEMPOTENCY_KEY_MISSING", (draft, _) => draft.Key = "short"),
    ];

    public static TheoryData<string> Codes => [.. Faults.Select(fault => fault.Code)];

    [Fact]
    public void the_contents_page_lists_the_checks_in_the_stated_order() => Assert.Equal(
        [
            "CheckSize", "CheckHeaders", "CheckMethod", "CheckContentType", "CheckCertificate", "CheckPlatform", "CheckPlatformLimit", "CheckTimestamp", "CheckDigest", "CheckSession",
            "CheckSignature", "CheckReplay", "CheckAccessToken", "CheckPermission", "CheckText", "CheckSchema", "CheckEnterprise", "CheckEnterpriseLimit", "CheckAuthor", "CheckIdempotency",
        ],
        PlatformGate.Checks.Select(check => check.GetType().Name));

    [Fact]
    public void every_check_there_is_stands_in_the_list_once() => Assert.Equal(
        typeof(Check).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Check))).Select(type => type.Name).Order(),
        PlatformGate.Checks.Select(check => check.GetType().Name).Order());

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task of_many_faults_the_first_in_order_is_told(string code)
    {
        var first = Array.FindIndex(Faults, fault => fault.Code == code);
        var draft = new CallDraft(world);
        var peer = world.Party.Directory.Known[world.First.PlatId];
        foreach (var fault in Faults.Skip(first).Reverse()) fault.Spoil(draft, world);
        var bound = TestTable.Make().Endpoints.Single(bound => bound.Endpoint == draft.Endpoint);
        var before = world.Party.Handled.Count;
        var answer = await world.Party.Services.GetRequiredService<PlatformGate>()
            .AnswerAsync(bound, draft.ToInbound(), world.Party.Services, TestContext.Current.CancellationToken);
        world.Party.Directory.Known[world.First.PlatId] = peer;
        Assert.Equal(code, new Heard(answer.Status, answer.Fields.Single(field => field.Key == "content-type").Value, answer.Body.ToArray(), false, false).Code);
        Assert.Equal(before, world.Party.Handled.Count);
    }

    private static void Change(TestWorld world, Func<Peer, Peer> change) =>
        world.Party.Directory.Known[world.First.PlatId] = change(world.Party.Directory.Known[world.First.PlatId]);
}
