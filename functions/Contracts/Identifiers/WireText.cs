using System.Text.RegularExpressions;

namespace Ascs.Contracts;

/// <summary>The patterns shared by the identifiers.</summary>
internal static partial class WireText
{
    public const string NamePattern = "^[a-z0-9][a-z0-9-]{1,31}$";

    /// <summary>A time-ordered id after its prefix: 26 characters of Crockford base32.</summary>
    public const string OrderedPattern = "[0-7][0-9A-HJKMNP-TV-Z]{25}";

    [GeneratedRegex(NamePattern, RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    public static bool IsName(string? text) => text is not null && !text.EndsWith('\n') && Name().IsMatch(text);

    public static bool IsOrdered(string? text, string prefix) =>
        text is not null && text.Length == prefix.Length + Base32.Length128 && text.StartsWith(prefix, StringComparison.Ordinal)
        && Base32.IsCanonical(text.AsSpan(prefix.Length));

    public static bool IsDigits(string? text, int min, int max) =>
        text is not null && text.Length >= min && text.Length <= max && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    /// <summary>base64url without padding of exactly <paramref name="bytes"/> bytes, with no stray bits.</summary>
    public static bool IsBase64Url(string? text, int bytes)
    {
        if (text is null || text.Length != ((bytes * 8) + 5) / 6)
            return false;
        Span<byte> decoded = stackalloc byte[bytes + 3];
        // The overload that answers a status: TryDecodeFromChars throws on text that is no base64url.
        return System.Buffers.Text.Base64Url.DecodeFromChars(text, decoded, out _, out var written) == System.Buffers.OperationStatus.Done && written == bytes
            && System.Buffers.Text.Base64Url.EncodeToString(decoded[..written]) == text;
    }
}
