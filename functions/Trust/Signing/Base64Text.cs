using System.Buffers;
using System.Buffers.Text;

namespace Ascs.Trust.Signing;

/// <summary>Base64 in its one canonical spelling: what decodes but would be written otherwise is refused.</summary>
internal static class Base64Text
{
    /// <summary>Standard alphabet with padding (RFC 8941 3.3.5), exactly <paramref name="length"/> bytes, or null.</summary>
    public static byte[]? Decode(ReadOnlySpan<char> text, int length)
    {
        var bytes = new byte[length];
        return text.Length == (length + 2) / 3 * 4 && Convert.TryFromBase64Chars(text, bytes, out var written) && written == length
            && text.SequenceEqual(Convert.ToBase64String(bytes)) ? bytes : null;
    }

    /// <summary>URL alphabet without padding, exactly <paramref name="length"/> bytes, or null.</summary>
    public static byte[]? DecodeUrl(ReadOnlySpan<char> text, int length)
    {
        var bytes = new byte[length];
        // The overload that answers a status: TryDecodeFromChars throws on text that is no base64url, even on some that IsValid lets through.
        return Base64Url.DecodeFromChars(text, bytes, out _, out var written) == OperationStatus.Done && written == length
            && text.SequenceEqual(Base64Url.EncodeToString(bytes)) ? bytes : null;
    }
}
