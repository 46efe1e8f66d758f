using Ascs.Fleet;
using Ascs.Trust.Signing;

namespace Ascs.Journeys.Tests.Hostile;

/// <summary>Header fields, methods and targets that are not what was signed, or were never fit to be.</summary>
internal static class FieldMutations
{
    private static readonly string[] Methods = ["GET", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "post", "POSTS", "PROPFIND"];

    private static readonly string[] Targets =
    [
        "/", "/v1", "/v1/", "/v1/aids/state/", "/V1/AIDS/STATE", "//v1/aids/state", "/v1/../v1/aids/state", "/v1/aids%2fstate", "/v1/%61ids/state?x=1", "/v1/aids/state;x=1", "/%00", "/%ff%fe",
        "/v1/aids/state?%0d%0aSet-Cookie:x", "/v1/dispatches/create?enterpriseId=other", "/.env", "/health", "/openapi.json", "/v1/keys?owner=1", "/v1/session/none", "/v1/aids/state#x", "/*",
    ];

    private static readonly string[] Values =
    [
        "", " ", "0", "-1", "1", "NaN", "9999999999999", "99999999999999999999999999", "1e13", "0x1", "null", "true", "ascs=::", "ascs=()", "ascs=(\"@method\")", "sha-256=:AAAA:", "sha-256=::", "md5=:AAAA:",
        "\u00ff\u00fe\u00fd", "a\tb", "'; DROP TABLE c_work; --", "../../../etc/passwd", "${jndi:ldap://x}", "%00", "<script>", "Bearer x", "Bearer ", "Basic YTpi", "application/xml; charset=utf-8",
        "application/json; charset=utf-16", "application/json; charset=utf-8; charset=utf-8", "text/plain", "multipart/form-data; boundary=x", new string('a', 8000), new string(',', 3000), new string('(', 3000),
    ];

    /// <summary>Unsigned changes: an original whose nonce is known, changed on its way.</summary>
    public static IReadOnlyList<(string Kind, Func<ValidCall, Dice, ValidCall> Change)> Tampered { get; } =
    [
        ("replayed", (call, _) => call),
        ("body changed", (call, dice) => call with { Body = BodyMutations.All[0].Change(call.Body, dice) }),
        ("a field missing", (call, dice) => call.With(Name(call, dice), null)),
        ("a field twice", (call, dice) => Name(call, dice) is var name ? call.Plus(name, call.Field(name)!) : call),
        ("a field of another value", (call, dice) => call.With(Name(call, dice), Value(dice))),
        ("a field more", (call, dice) => call.Plus(dice.Between(0, 1) == 0 ? Name(call, dice) : "x-forwarded-for", Value(dice))),
        ("a character changed", (call, dice) => Name(call, dice) is var name ? call.With(name, Changed(call.Field(name)!, dice)) : call),
        ("encoded", (call, dice) => call.Plus("content-encoding", BodyMutations.Pick(["gzip", "br", "deflate", "identity", "x"], dice))),
        ("another method", (call, dice) => call with { Method = BodyMutations.Pick(Methods, dice) }),
        ("another target", (call, dice) => call with { Target = BodyMutations.Pick(Targets, dice) }),
        ("fields of 17 kB", (call, _) => Enumerable.Range(0, 5).Aggregate(call, (all, i) => all.Plus($"x-{i}", new string('a', 3500)))),
    ];

    /// <summary>Changes that are signed anew.</summary>
    public static IReadOnlyList<(string Kind, Func<ValidCall, Signer, Dice, ValidCall> Change)> Signed { get; } =
    [
        ("signed long ago", (call, signer, dice) => signer.Sign(call, TimeSpan.FromSeconds(dice.Between(601, 1_000_000)))),
        ("signed in the future", (call, signer, dice) => signer.Sign(call, -TimeSpan.FromSeconds(dice.Between(620, 1_000_000)))),
        ("a signature of something else", (call, signer, _) => signer.Sign(call) is var signed ? signed with { Body = [.. signed.Body, (byte)' '] } : call),
        ("signed, then changed", (call, signer, dice) => signer.Sign(call) is var signed ? signed.With(SignedFieldNames.Signature, Changed(signed.Field(SignedFieldNames.Signature)!, dice)) : call),
        ("no key to repeat it by", (call, signer, _) => signer.Sign(call.With(SignedFieldNames.IdempotencyKey, "short"))),
        ("an author that never signed", (call, signer, dice) => signer.Sign(call.With(SignedFieldNames.Author, $"keyid=\"author-v{dice.Between(1, 99)}\", signature=:{new string('A', 86)}==:"))),
    ];

    private static string Name(ValidCall call, Dice dice) => call.Fields[dice.Between(0, call.Fields.Count - 1)].Key;

    private static string Value(Dice dice) => BodyMutations.Pick(Values, dice);

    private static string Changed(string value, Dice dice)
    {
        if (value.Length == 0) return "x";
        var place = dice.Between(0, value.Length - 1);
        return value[..place] + (char)dice.Between(33, 126) + value[(place + 1)..];
    }
}
