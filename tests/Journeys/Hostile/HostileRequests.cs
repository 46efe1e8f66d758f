using System.Text;
using Ascs.Contracts;
using Ascs.Fleet;
using Ascs.Hosts.Local.Setup;

namespace Ascs.Journeys.Tests.Hostile;

/// <summary>Makes hostile requests out of valid calls: the same seed makes the same ones, but for keys, nonces and the time.</summary>
internal sealed class HostileRequests(IReadOnlyList<ValidCall> calls, IReadOnlyDictionary<PlatId, string> folders, Signer signer, Dice dice)
{
    private static readonly string[] Pages =
    [
        "/", "/consent", "/consent/return", "/start", "/subscriptions", "/subscriptions/cancel", "/language", "/confirm", "/v1/keys", "/v1/log/leaves", "/checkpoint", "/openapi.json", "/health", "/assets/../x",
    ];

    public HostileRequest Next()
    {
        var call = calls[dice.Between(0, calls.Count - 1)];
        if (call.Target.StartsWith("/v1/session/", StringComparison.Ordinal)) return Tampered(call); // signed anew by the one who may, it would be a login
        return dice.Between(0, 99) switch
        {
            < 35 => Tampered(call),
            < 70 => Malformed(call),
            < 80 => Signed(call),
            < 90 => Framed(call),
            < 95 => Disguised(call),
            _ => Page(call.Party),
        };
    }

    private HostileRequest Tampered(ValidCall call)
    {
        var (kind, change) = FieldMutations.Tampered[dice.Between(0, FieldMutations.Tampered.Count - 1)];
        return Of(kind, change(call, dice));
    }

    private HostileRequest Malformed(ValidCall call)
    {
        var (kind, change) = BodyMutations.All[dice.Between(0, BodyMutations.All.Count - 1)];
        return Of(kind, signer.Sign(call with { Body = change(call.Body, dice) })) with { MayPass = kind is "flipped bits" or "a member missing" };
    }

    private HostileRequest Signed(ValidCall call)
    {
        var (kind, change) = FieldMutations.Signed[dice.Between(0, FieldMutations.Signed.Count - 1)];
        return Of(kind, change(call, signer, dice)) with { MayPass = kind is "signed, then changed" or "no key to repeat it by" or "an author that never signed" };
    }

    private HostileRequest Framed(ValidCall call)
    {
        var (kind, make) = FramingMutations.All[dice.Between(0, FramingMutations.All.Count - 1)];
        return Of(kind, call) with { Bytes = make(dice.Between(0, 1) == 0 ? call : signer.Sign(call), dice), Last = true, MayPass = true };
    }

    // Somebody else's certificate, with all that the caller would send.
    private HostileRequest Disguised(ValidCall call)
    {
        var others = folders.Values.Where(folder => folder != folders[call.Caller]).ToList();
        return Of("another's certificate", signer.Sign(call)) with { Certificate = others[dice.Between(0, others.Count - 1)] };
    }

    private HostileRequest Page(string party)
    {
        var noise = Convert.ToHexString([.. Enumerable.Range(0, dice.Between(0, 400)).Select(_ => (byte)dice.Between(0, 255))]);
        var body = BodyMutations.Pick([$"a={noise}", $"nonce={noise}&decision=confirm", "%", "a=%ff%fe&a=%00", $"confirmation={noise}", $"{{\"v\":\"{noise}\"}}", new string('&', 3000)], dice);
        var query = BodyMutations.Pick(["", "?a=%00", $"?q={noise}", "?lang=en&back=//evil.example", "?from=-1&to=99999999999999999999", "?index=1e9"], dice);
        var text = $"{BodyMutations.Pick(["GET", "POST", "PUT"], dice)} {BodyMutations.Pick(Pages, dice)}{query} HTTP/1.1\r\nHost: localhost\r\nCookie: lang=x; session={noise}\r\n"
            + $"Content-Type: {BodyMutations.Pick(["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "multipart/form-data", "application/json", "x"], dice)}\r\nContent-Length: {body.Length}\r\n\r\n{body}";
        return new HostileRequest("a page", party, Encoding.ASCII.GetBytes(text), null, MayPass: true);
    }

    private HostileRequest Of(string kind, ValidCall call) => new(kind, call.Party, call.ToBytes("localhost"), folders[call.Caller]);

    /// <summary>Which folder belongs to which platform.</summary>
    public static async Task<IReadOnlyDictionary<PlatId, string>> FoldersAsync(SampleFolder sample, CancellationToken ct)
    {
        var folders = new Dictionary<PlatId, string>();
        foreach (var plan in SamplePlan.Parties) folders[(await PartyReader.ReadAsync(sample.Party(plan.Folder), ct)).PlatId] = plan.Folder;
        return folders;
    }
}
