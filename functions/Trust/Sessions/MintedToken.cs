using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ascs.Contracts;
using Ascs.Trust.Signing;

namespace Ascs.Trust.Sessions;

/// <summary>
/// Tokens as the standard wants them made: hashed by SHA-256 from PlatID, Beijing time to the millisecond and random bytes (CHEAA-4.1.2.1 b, 4.1.2.2 b), each
/// character equally likely, and whole tokens drawn again until every class of characters is there.
/// </summary>
public static class MintedToken
{
    /// <summary>Characters of an AuthToken: over 16 (CHEAA-4.1.2.1 b).</summary>
    public const int AuthLength = 32;

    /// <summary>Characters of an access or refresh token: over 32 (CHEAA-4.1.2.2 b).</summary>
    public const int SessionLength = 48;

    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", Digits = "0123456789", Special = "-._~+/"; // RFC 6750 2.1: b64token

    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    /// <summary>An AuthToken for the platform that will prove itself with it; digits and letters.</summary>
    public static string Auth(PlatId holder, DateTimeOffset now, Func<byte[]>? random = null) =>
        Draw("ascs-auth-token-v1", holder, now, random, Digits + Letters, AuthLength, text => Has(text, Digits) && Has(text, Letters));

    /// <summary>An access token for a calling platform: digits, both cases, special characters.</summary>
    public static string Access(PlatId caller, DateTimeOffset now, Func<byte[]>? random = null) => Session("ascs-access-token-v1", caller, now, random);

    /// <summary>A refresh token likewise.</summary>
    public static string Refresh(PlatId caller, DateTimeOffset now, Func<byte[]>? random = null) => Session("ascs-refresh-token-v1", caller, now, random);

    /// <summary>Beijing time to the millisecond, as it is hashed: <c>2026-11-23T11:00:00.000</c>.</summary>
    internal static string BeijingText(DateTimeOffset time) => time.ToOffset(Beijing).ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture);

    private static string Session(string domain, PlatId caller, DateTimeOffset now, Func<byte[]>? random) => Draw(
        domain, caller, now, random, Letters + Digits + Special, SessionLength,
        text => Has(text, Letters[..26]) && Has(text, Letters[26..]) && Has(text, Digits) && Has(text, Special));

    private static string Draw(string domain, PlatId platform, DateTimeOffset now, Func<byte[]>? random, string alphabet, int length, Func<string, bool> isWhole)
    {
        random ??= () => RandomNumberGenerator.GetBytes(32);
        while (true)
        {
            var text = Characters(domain, platform, now, random(), alphabet, length);
            if (isWhole(text)) return text;
        }
    }

    private static string Characters(string domain, PlatId platform, DateTimeOffset now, byte[] random, string alphabet, int length)
    {
        var (text, counter) = (new StringBuilder(length), new byte[4]);
        // Bytes beyond the last whole multiple of the alphabet would favour its first characters.
        var fair = 256 - (256 % alphabet.Length);
        for (var block = 0; text.Length < length; block++)
        {
            BinaryPrimitives.WriteInt32BigEndian(counter, block);
            var hash = SHA256.HashData(LengthPrefixed.Join(
                Encoding.ASCII.GetBytes(domain), Encoding.ASCII.GetBytes(platform.ToString()), Encoding.ASCII.GetBytes(BeijingText(now)), random, counter));
            foreach (var one in hash.Where(one => one < fair).Take(length - text.Length)) text.Append(alphabet[one % alphabet.Length]);
        }

        return text.ToString();
    }

    private static bool Has(string text, string characters) => text.AsSpan().ContainsAny(characters);
}
