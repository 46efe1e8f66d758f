using System.Text;

namespace Ascs.Evidence.Checkpoints;

/// <summary>The strict readings that notes and keys share.</summary>
internal static class NoteText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>C2SP signed-note, "Format": valid UTF-8 without ASCII control characters other than newline. Null when not.</summary>
    public static string? FromUtf8(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            if (b < 0x20 && b != '\n')
                return null;
        }

        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Standard base64 in its one canonical form (RFC 4648 4 and 3.5). Null when not.</summary>
    public static byte[]? FromBase64(string text)
    {
        var bytes = new byte[(text.Length / 4 * 3) + 3];
        return Convert.TryFromBase64String(text, bytes, out var length) && Convert.ToBase64String(bytes, 0, length) == text ? bytes[..length] : null;
    }
}
