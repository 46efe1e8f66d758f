using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Ascs.Trust.Webhooks;

/// <summary>Signs and checks webhooks as https://www.standardwebhooks.com says: HMAC-SHA256 over <c>id.timestamp.body</c>, the body byte for byte as it travels.</summary>
public static partial class WebhookSignature
{
    /// <summary>How far the time of a webhook may be from the receiver's, either way.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private const string Version = "v1,";
    private const int MaxSignatures = 16;

    /// <summary>Signs one try of a message with each of the secrets: while a secret is being replaced there are two, and whoever knows either can check.</summary>
    /// <param name="secrets">At least one.</param>
    /// <param name="id">1 to 128 characters of <c>0-9 A-Z a-z _ -</c>; the same for every try.</param>
    /// <param name="now">When this try is made.</param>
    /// <param name="body">As it is sent.</param>
    /// <exception cref="ArgumentException">No secret, or not such an id.</exception>
    public static WebhookHeaders Sign(IReadOnlyCollection<WebhookSecret> secrets, string id, DateTimeOffset now, ReadOnlySpan<byte> body)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        if (secrets.Count == 0) throw new ArgumentException("A webhook is signed.", nameof(secrets));
        if (!IdPattern().IsMatch(id)) throw new ArgumentException("1 to 128 characters of 0-9 A-Z a-z _ -", nameof(id));
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var content = Content(id, timestamp, body);
        return new WebhookHeaders(id, timestamp, string.Join(' ', secrets.Select(secret => Version + Convert.ToBase64String(secret.Sign(content)))));
    }

    /// <summary>Checks a webhook. Whether its id was here before is for the receiver to remember, at least for twice the tolerance.</summary>
    /// <param name="secrets">The one in force, and while it is being replaced the other one too.</param>
    /// <param name="headers">As received.</param>
    /// <param name="body">As received: what was parsed and written again has another signature.</param>
    /// <param name="now">The receiver's clock.</param>
    /// <returns>Null when it is genuine.</returns>
    public static WebhookFault? Verify(IReadOnlyCollection<WebhookSecret> secrets, WebhookHeaders headers, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        ArgumentNullException.ThrowIfNull(headers);
        // An id with a full stop could hand its end on to the time, and the time its end to the body: those three would have the same signature.
        if (!IdPattern().IsMatch(headers.Id) || !SecondsPattern().IsMatch(headers.Timestamp)) return WebhookFault.HeaderInvalid;
        var signedAt = DateTimeOffset.FromUnixTimeSeconds(long.Parse(headers.Timestamp, CultureInfo.InvariantCulture));
        if ((now - signedAt).Duration() > Tolerance) return WebhookFault.TimestampInvalid;
        var content = Content(headers.Id, headers.Timestamp, body);
        return secrets.Any(secret => IsAmong(headers.Signature, secret.Sign(content))) ? null : WebhookFault.SignatureInvalid;
    }

    // Signatures of other versions are passed over: a sender may add what we don't know yet.
    private static bool IsAmong(string signatures, byte[] expected)
    {
        var text = Encoding.ASCII.GetBytes(Version + Convert.ToBase64String(expected));
        return signatures.Split(' ', MaxSignatures + 1).Take(MaxSignatures).Any(one => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(one), text));
    }

    private static byte[] Content(string id, string timestamp, ReadOnlySpan<byte> body) => [.. Encoding.ASCII.GetBytes($"{id}.{timestamp}."), .. body];

    [GeneratedRegex(@"\A[0-9A-Za-z_-]{1,128}\z")]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"\A[1-9][0-9]{0,10}\z")]
    private static partial Regex SecondsPattern();
}
