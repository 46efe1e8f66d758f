using Ascs.Contracts;
using Ascs.Enterprise.Consent;
using Ascs.Enterprise.Tests.World;
using Ascs.Evidence.Leaves;
using System.Buffers.Text;

namespace Ascs.Enterprise.Tests.Authorising;

/// <summary>What the trusted party answers is checked before it is believed.</summary>
public sealed class ReceiptTests
{
    public static TheoryData<string> Lies => [.. Changes.Keys];

    private static readonly Dictionary<string, Func<EnterpriseWorld, AuthoriseAnswer, AuthoriseAnswer>> Changes = new()
    {
        ["no leaves"] = (_, a) => With(a, r => r with { Leaves = [] }),
        ["no AID leaf"] = (_, a) => With(a, r => r with { Leaves = [r.Leaves[0]] }),
        ["no authorisation leaf"] = (_, a) => With(a, r => r with { Leaves = [r.Leaves[1]] }),
        ["one leaf twice"] = (_, a) => With(a, r => r with { Leaves = [r.Leaves[0], r.Leaves[0]] }),
        ["leaves of swapped places"] = (_, a) => With(a, r => r with { Leaves = [r.Leaves[0] with { Index = 1 }, r.Leaves[1] with { Index = 0 }] }),
        ["a changed leaf"] = (_, a) => With(a, r => r with { Leaves = [r.Leaves[0] with { Leaf = Flip(r.Leaves[0].Leaf, 20) }, r.Leaves[1]] }),
        ["a changed proof"] = (_, a) => With(a, r => r with { Leaves = [r.Leaves[0] with { Proof = [Flip(r.Leaves[0].Proof[0], 5)] }, r.Leaves[1]] }),
        ["a proof of another length"] = (_, a) => With(a, r => r with { Leaves = [r.Leaves[0] with { Proof = ["AAAA"] }, r.Leaves[1]] }),
        ["an endless proof"] = (_, a) => With(a, r => r with { Leaves = [r.Leaves[0] with { Proof = [.. Enumerable.Repeat(r.Leaves[0].Proof[0], 64)] }, r.Leaves[1]] }),
        ["no checkpoint"] = (_, a) => With(a, r => r with { Checkpoint = "" }),
        ["a checkpoint of another root"] = (_, a) => With(a, r => r with { Checkpoint = r.Checkpoint.Replace("log.third.example\n2\n", "log.third.example\n3\n", StringComparison.Ordinal) }),
        ["a checkpoint under another name"] = (_, a) => With(a, r => r with { Checkpoint = "x" + r.Checkpoint }),
        ["a checkpoint under a name no key may have"] = (_, a) => With(a, r => r with { Checkpoint = "a b" + r.Checkpoint }),
        ["a longer term than chosen"] = (_, a) => a with { ExpiresAt = UnixTime.From(a.ExpiresAt.ToTime().AddMilliseconds(1)) },
        ["leaves of long ago"] = (world, a) => a with { Receipt = Old(world, a) },
        ["AID before authorisation"] = (world, a) => a with { Receipt = Reversed(world, a) },
        ["a log key nobody stated"] = (world, a) =>
        {
            world.Partners.Unstated.Add((world.Partners.TrustedParty.PlatId, "log-sm2"));
            return a;
        },
    };

    [Theory, MemberData(nameof(Lies))]
    public async Task a_receipt_is_not_believed_with(string lie)
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        world.ThirdParty.Dishonest = answer => Changes[lie](world, answer);
        var asked = await visit.PrepareAsync();
        await visit.ReturnAsync(world.ThirdParty.Result(asked));
        Assert.Equal(502, (int)visit.Status);
        Assert.Equal(ConsentState.Confirmed, (await ReturnTests.RecordAsync(world, asked)).State);
        await visit.OpenAsync("/subscriptions");
        Assert.DoesNotContain("<article", visit.Page, StringComparison.Ordinal);
    }

    private static AuthoriseAnswer With(AuthoriseAnswer answer, Func<EvidenceReceipt, EvidenceReceipt> change) => answer with { Receipt = change(answer.Receipt) };

    private static string Flip(string base64Url, int at)
    {
        var bytes = Base64Url.DecodeFromChars(base64Url);
        bytes[at] ^= 1;
        return Base64Url.EncodeToString(bytes);
    }

    private static EvidenceReceipt Old(EnterpriseWorld world, AuthoriseAnswer answer) => world.ThirdParty.Prove([.. Facts(answer).Select(f => Build(f, world.Time.GetUtcNow().AddMinutes(-2)))]);

    private static EvidenceReceipt Reversed(EnterpriseWorld world, AuthoriseAnswer answer) => world.ThirdParty.Prove([.. Facts(answer).Reverse().Select(f => Build(f, world.Time.GetUtcNow()))]);

    private static IEnumerable<LeafFacts> Facts(AuthoriseAnswer answer) =>
    [
        new GrantedFacts("e", "s", answer.AuthorisationId.ToString(), default, default, [], default, default, "BROWSER", default, null),
        new AidBoundFacts(answer.Aid.ToString(), answer.AuthorisationId.ToString(), default, default),
    ];

    private static Leaf Build(LeafFacts facts, DateTimeOffset time)
    {
        using var key = new LeafKey(new byte[32]);
        return Leaf.Build(facts, key.DeriveId(facts.Kind.ToString()), time, key);
    }
}
