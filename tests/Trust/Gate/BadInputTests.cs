using Ascs.Contracts;
using Ascs.Storage;
using Ascs.Trust.Certificates;
using Ascs.Trust.Signing;
using Ascs.Trust.Tests.Certificates;
using Ascs.Trust.Tests.Hosting;

namespace Ascs.Trust.Tests.Gate;

/// <summary>Bad calls over real mutual TLS: the code of the first failing check, a handler that never ran, and no idempotency record.</summary>
public sealed class BadInputTests(TestWorld world) : IClassFixture<TestWorld>
{
    private static readonly string[] Padding = ["x-padding-1", "x-padding-2"];

    private static readonly Dictionary<string, (string Code, Action<CallDraft, TestWorld> Spoil)> Bad = new()
    {
        ["2 MB body"] = ("BODY_TOO_LARGE", (draft, _) => draft.Body = [.. draft.Body, .. Enumerable.Repeat((byte)' ', 2 * 1024 * 1024)]),
        ["headers of 17 kB"] = ("HEADERS_TOO_LARGE", (draft, _) => draft.Extra.AddRange(Padding.Select(name => KeyValuePair.Create(name, new string('a', 8500))))),
        ["GET"] = ("METHOD_NOT_ALLOWED", (draft, _) => draft.Method = "GET"),
        ["PUT on a POST endpoint"] = ("METHOD_NOT_ALLOWED", (draft, _) => draft.Method = "PUT"),
        ["GBK"] = ("MEDIA_TYPE_UNSUPPORTED", (draft, _) => draft.ContentType = "application/json; charset=gbk"),
        ["no charset"] = ("MEDIA_TYPE_UNSUPPORTED", (draft, _) => draft.ContentType = "application/json"),
        ["a form"] = ("MEDIA_TYPE_UNSUPPORTED", (draft, _) => draft.ContentType = "application/x-www-form-urlencoded; charset=utf-8"),
        ["compressed"] = ("MEDIA_TYPE_UNSUPPORTED", (draft, _) => draft.Extra.Add(KeyValuePair.Create("content-encoding", "gzip"))),
        ["another platform's certificate"] = ("CERTIFICATE_MISMATCH", (draft, world) => draft.Caller = world.Second),
        ["no PlatID"] = ("CERTIFICATE_MISMATCH", (draft, _) => draft.Claimed = null),
        ["a platform not paired"] = ("PLATFORM_UNKNOWN", (draft, world) => (draft.Caller, draft.Claimed) = (world.Stranger, world.Stranger.PlatId)),
        ["10 min and 1 ms old"] = ("TIMESTAMP_OUT_OF_RANGE", (draft, _) => draft.At -= TimeSpan.FromMilliseconds(600_001)),
        ["10 min and 1 ms early"] = ("TIMESTAMP_OUT_OF_RANGE", (draft, _) => draft.At += TimeSpan.FromMilliseconds(600_001)),
        ["10 min and 1 s old"] = ("TIMESTAMP_OUT_OF_RANGE", (draft, _) => draft.At -= TimeSpan.FromSeconds(601)),
        ["another body than digested"] = ("DIGEST_MISMATCH", (draft, _) => (draft.SignedBody, draft.Body) = (draft.Body, [.. draft.Body, (byte)' '])),
        ["unsigned"] = ("SIGNATURE_INVALID", (draft, _) => draft.Secret = null),
        ["signed with another key"] = ("SIGNATURE_INVALID", (draft, _) => draft.Secret = new PairSecret(draft.Secret!.KeyId, new byte[PairSecret.Length])),
        ["signed under the pair secret"] = ("ACCESS_TOKEN_INVALID", (draft, world) => draft.Secret = world.First.Directory.Shared[world.Party.PlatId]),
        ["in another platform's session"] = ("ACCESS_TOKEN_INVALID", (draft, world) => draft.Secret = world.SessionOf(world.Second).Mac),
        ["another platform's access token"] = ("ACCESS_TOKEN_INVALID", (draft, world) => draft.Token = world.SessionOf(world.Second).Kept.Access),
        ["a short access token"] = ("ACCESS_TOKEN_INVALID", (draft, _) => draft.Token = draft.Token![1..]),
        ["signed for another address"] = ("SIGNATURE_INVALID", (draft, _) => draft.SignedTarget = "https://elsewhere.example/v1/authorisations/revoke"),
        ["unknown member"] = ("SCHEMA_INVALID", (draft, _) => draft.BodyText = """{"v":1,"enterpriseId":"acme","aids":["000000000000000000000000000"],"by":"ENTERPRISE","more":1}"""),
        ["duplicate member"] = ("SCHEMA_INVALID", (draft, _) => draft.BodyText = """{"v":1,"v":1,"enterpriseId":"acme","aids":["000000000000000000000000000"],"by":"ENTERPRISE"}"""),
        ["missing member"] = ("SCHEMA_INVALID", (draft, _) => draft.BodyText = """{"v":1,"enterpriseId":"acme","by":"ENTERPRISE"}"""),
        ["a number as text"] = ("SCHEMA_INVALID", (draft, _) => draft.BodyText = """{"v":"1","enterpriseId":"acme","aids":["000000000000000000000000000"],"by":"ENTERPRISE"}"""),
        ["an enum as number"] = ("SCHEMA_INVALID", (draft, _) => draft.BodyText = """{"v":1,"enterpriseId":"acme","aids":["000000000000000000000000000"],"by":3}"""),
        ["member in another case"] = ("SCHEMA_INVALID", (draft, _) => draft.BodyText = """{"V":1,"enterpriseId":"acme","aids":["000000000000000000000000000"],"by":"ENTERPRISE"}"""),
        ["another version"] = ("SCHEMA_INVALID", (draft, _) => draft.BodyText = """{"v":2,"enterpriseId":"acme","aids":["000000000000000000000000000"],"by":"ENTERPRISE"}"""),
        ["deep nesting"] = ("SCHEMA_INVALID", (draft, _) => draft.BodyText = new string('[', 1000) + new string(']', 1000)),
        ["501 items"] = ("SCHEMA_INVALID", (draft, _) => draft.BodyText = $$"""{"v":1,"enterpriseId":"acme","aids":[{{string.Join(',', Enumerable.Repeat("1", 501))}}],"by":"ENTERPRISE"}"""),
        ["null"] = ("SCHEMA_INVALID", (draft, _) => draft.BodyText = "null"),
        ["no body"] = ("SCHEMA_INVALID", (draft, _) => draft.Body = []),
        ["not JSON"] = ("SCHEMA_INVALID", (draft, _) => draft.BodyText = "v=1&aids="),
        ["two values"] = ("SCHEMA_INVALID", (draft, _) => draft.BodyText = "{}{}"),
        ["a comment"] = ("SCHEMA_INVALID", (draft, _) => draft.BodyText = """{"v":1,/**/"enterpriseId":"acme","aids":["000000000000000000000000000"],"by":"ENTERPRISE"}"""),
        ["byte order mark"] = ("SCHEMA_INVALID", (draft, _) => draft.Body = [0xEF, 0xBB, 0xBF, .. draft.Body]),
        ["not UTF-8"] = ("SCHEMA_INVALID", (draft, _) => draft.Body = [.. """{"v":1,"enterpriseId":" """u8, 0xC4, 0xE3, .. """ ","aids":["000000000000000000000000000"],"by":"ENTERPRISE"}"""u8]),
        ["control character"] = ("SCHEMA_INVALID", (draft, _) => draft.BodyText = """{"v":1,"enterpriseId":"ac\u0007me","aids":["000000000000000000000000000"],"by":"ENTERPRISE"}"""),
        ["bidirectional control"] = ("SCHEMA_INVALID", (draft, _) => draft.BodyText = "{\"v\":1,\"enterpriseId\":\"ac\u202Eme\",\"aids\":[],\"by\":\"ENTERPRISE\"}"),
        ["zero-width character"] = ("SCHEMA_INVALID", (draft, _) => draft.BodyText = """{"v":1,"enterpriseId":"ac\u200bme","aids":["000000000000000000000000000"],"by":"ENTERPRISE"}"""),
        ["half a surrogate pair"] = ("SCHEMA_INVALID", (draft, _) => draft.BodyText = """{"v":1,"enterpriseId":"ac\ud83dme","aids":["000000000000000000000000000"],"by":"ENTERPRISE"}"""),
        ["another enterprise"] = ("ENTERPRISE_FOREIGN", (draft, _) => draft.BodyText = """{"v":1,"enterpriseId":"bolt","aids":["000000000000000000000000000"],"by":"ENTERPRISE"}"""),
        ["no author signature"] = ("AUTHOR_SIGNATURE_INVALID", (draft, _) => draft.AuthorOperation = null),
        ["author signature for another operation"] = ("AUTHOR_SIGNATURE_INVALID", (draft, _) => draft.AuthorOperation = "authorisations/authorise"),
        ["no idempotency key"] = ("IDEMPOTENCY_KEY_MISSING", (draft, _) => draft.Key = null),
        ["idempotency key of 15 characters"] = ("IDEMPOTENCY_KEY_MISSING", (draft, _) => draft.Key = "123456789012345"),
        ["idempotency key with a slash"] = ("IDEMPOTENCY_KEY_MISSING", (draft, _) => draft.Key = "12345678901234/6"),
    };

    public static TheoryData<string> Names => [.. Bad.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task a_bad_call_gets_its_code_and_leaves_nothing(string name)
    {
        var (code, spoil) = Bad[name];
        var draft = new CallDraft(world);
        spoil(draft, world);
        var before = world.Party.Handled.Count;
        var heard = await draft.SendAsync();
        Assert.Equal(code, heard.Code);
        Assert.Equal(ProblemCodes.Find(code)!.Status, heard.Status);
        Assert.Equal(before, world.Party.Handled.Count);
        Assert.Empty((await world.Party.Store.RangeAsync(
            Containers.Work, $"idempotency-{world.First.PlatId}", IdRange.First, IdRange.End, 10, TestContext.Current.CancellationToken)).Items);
    }

    [Fact]
    public async Task a_good_call_passes()
    {
        var heard = await new CallDraft(world, TrustedPartyCatalogue.AidStates) { BodyText = """{"v":1,"enterpriseId":"acme","aids":["000000000000000000000000000"]}""" }.SendAsync();
        Assert.Equal("none", heard.Code);
        Assert.True(heard.Signed);
    }

    [Theory]
    [InlineData(-600_000)]
    [InlineData(600_000)]
    public async Task exactly_ten_minutes_are_within(int milliseconds)
    {
        var draft = new CallDraft(world, TrustedPartyCatalogue.AidStates) { BodyText = """{"v":1,"enterpriseId":"acme","aids":["000000000000000000000000000"]}""" };
        draft.At += TimeSpan.FromMilliseconds(milliseconds);
        Assert.Equal("none", (await draft.SendAsync()).Code);
        Assert.Equal(draft.At.ToUnixTimeMilliseconds(), world.Party.Handled.Calls.Last().SentAt.ToUnixTimeMilliseconds()); // the handler may be stricter
    }

    [Fact]
    public async Task a_replay_is_refused_and_not_handled_again()
    {
        var draft = new CallDraft(world, TrustedPartyCatalogue.AidStates) { BodyText = """{"v":1,"enterpriseId":"acme","aids":["000000000000000000000000000"]}""" };
        await draft.SendAsync();
        var before = world.Party.Handled.Count;
        Assert.Equal("REPLAYED", (await draft.SendAsync()).Code);
        Assert.Equal(before, world.Party.Handled.Count);
    }

    [Fact]
    public async Task a_role_that_the_endpoint_does_not_name_is_denied()
    {
        var known = world.Party.Directory.Known;
        var peer = known[world.First.PlatId];
        known[world.First.PlatId] = peer with { Role = Role.Operator };
        var heard = await new CallDraft(world, TrustedPartyCatalogue.AidStates).SendAsync();
        known[world.First.PlatId] = peer;
        Assert.Equal("PERMISSION_DENIED", heard.Code);
    }

    [Fact]
    public async Task an_author_signature_under_another_key_is_refused()
    {
        var keys = world.Party.Directory.Keys;
        var own = keys[(world.First.PlatId, "author-v1")];
        keys[(world.First.PlatId, "author-v1")] = keys[(world.Second.PlatId, "author-v1")];
        var heard = await new CallDraft(world).SendAsync();
        keys[(world.First.PlatId, "author-v1")] = own;
        Assert.Equal("AUTHOR_SIGNATURE_INVALID", heard.Code);
    }

    [Theory]
    [InlineData("no PlatID", false)]
    [InlineData("another platform's certificate", false)]
    [InlineData("a platform not paired", false)]
    [InlineData("10 min and 1 s old", true)]
    [InlineData("another body than digested", true)]
    [InlineData("unknown member", true)]
    [InlineData("no author signature", true)]
    public async Task a_refusal_is_signed_once_the_caller_is_known(string name, bool signed)
    {
        var draft = new CallDraft(world);
        Bad[name].Spoil(draft, world);
        Assert.Equal(signed, (await draft.SendAsync()).Signed);
    }

    [Fact]
    public async Task the_member_at_fault_is_pointed_at_and_names_made_up_are_not_repeated()
    {
        var known = await new CallDraft(world) { BodyText = """{"v":1,"enterpriseId":"acme","aids":["not an AID"],"by":"ENTERPRISE"}""" }.SendAsync();
        Assert.Equal("/aids/0", Assert.Single(known.Problem.Errors).Pointer);
        var odd = await new CallDraft(world) { BodyText = """{"v":1,"enterpriseId":"acme","aids":["000000000000000000000000000"],"by":"ENTERPRISE","139 1234 5678":1}""" }.SendAsync();
        Assert.DoesNotContain("5678", System.Text.Encoding.UTF8.GetString(odd.Body));
    }

    [Fact]
    public async Task without_a_certificate_the_handshake_fails()
    {
        using var client = new CallDraft(world) { Caller = null }.Client();
        await Assert.ThrowsAsync<HttpRequestException>(() => client.SendAsync(new CallDraft(world).ToRequest(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task with_a_certificate_of_another_authority_the_handshake_fails()
    {
        using var authority = CertificateAuthority.Create("other", world.Time.GetUtcNow());
        using var certificate = Issued.By(authority, world.Time.GetUtcNow(), platform: world.First.PlatId);
        using var client = new CallDraft(world).Client(certificate);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.SendAsync(new CallDraft(world).ToRequest(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task a_new_certificate_of_the_own_authority_that_is_not_pinned_is_refused()
    {
        using var certificate = Issued.By(world.Authority, world.Time.GetUtcNow(), platform: world.First.PlatId);
        var draft = new CallDraft(world);
        using var client = draft.Client(certificate);
        using var answer = await client.SendAsync(draft.ToRequest(), TestContext.Current.CancellationToken);
        Assert.Contains("CERTIFICATE_MISMATCH", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_unknown_route_is_a_problem_document()
    {
        var heard = await new CallDraft(world) { Target = new Uri(world.Party.Self.Address, "/v1/nothing/here").ToString() }.SendAsync();
        Assert.Equal("ROUTE_UNKNOWN", heard.Code);
    }

    [Fact]
    public async Task platform_endpoints_are_not_on_the_public_listener()
    {
        var draft = new CallDraft(world);
        draft.Target = new Uri(world.Party.PublicAddress, draft.Endpoint.Route).ToString();
        using var client = draft.Client();
        using var answer = await client.SendAsync(draft.ToRequest(), TestContext.Current.CancellationToken);
        Assert.Equal(404, (int)answer.StatusCode);
        Assert.Equal(0, world.Party.Handled.Calls.Count(call => call.IdempotencyKey == draft.Key));
    }
}
