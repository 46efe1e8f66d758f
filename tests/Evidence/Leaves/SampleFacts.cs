using Ascs.Evidence.Leaves;
using Ascs.Evidence.Tree;
using Ascs.Gm;

namespace Ascs.Evidence.Tests.Leaves;

/// <summary>One set of facts per kind, the ones in vectors/leaves-v1.json.</summary>
internal static class SampleFacts
{
    public const string Aid = "0123456789ABCDEFGHJKMNPQRS1";
    public const string ConsentText = "我同意甲公司在每天 9:00–20:00 以短信联系我。I agree.";

    public static readonly DateTimeOffset Day = DateTimeOffset.FromUnixTimeMilliseconds(1_760_000_000_000);

    public static GrantedFacts Granted { get; } = new(
        "ENT1", "SVC1", "auth-1", Sm3Of(ConsentText), Sm3Of("policy"), [Sm3Of("sealed 1"), Sm3Of("sealed 2")], Day, Day.AddDays(90), "BROWSER",
        Sm3Of("signature"), Sm3Of("ciphertext"));

    public static IReadOnlyList<LeafFacts> All(Hash256 earlier) =>
    [
        Granted,
        new AidBoundFacts(Aid, "auth-1", Day.AddDays(90), earlier),
        new AssuranceRaisedFacts("auth-1", "SUBSCRIBER_NOTICE", "OPR1", Day.AddMinutes(1), Sm3Of("report"), earlier),
        new RevokedFacts(Aid, "auth-1", "OPR1", "REPLY_TD", Day.AddDays(3), null, earlier),
        new ExpiredFacts(Aid, "auth-1", Day.AddDays(90), earlier),
        Outcome(earlier),
        new KeyChangedFacts("OPR1", "seal", "new-fingerprint", null, Sm3Of("statement")),
        new DeletedFacts("auth-1", "subscriber", "ERASURE", Day.AddDays(100), earlier),
    ];

    public static OutcomeFacts Outcome(Hash256 bound) => new(
        Aid, "dispatch-1", "welcome@3", Sm3Of("template"), null, "DELIVERED", null, Day.AddDays(1), Day.AddDays(1).AddSeconds(-2), Sm3Of("dispatch signature"),
        Sm3Of("report signature"), bound, null);

    public static Hash256 Sm3Of(string text) => new(Sm3.Hash(System.Text.Encoding.UTF8.GetBytes(text)));
}
