using System.Text;

namespace Ascs.Journeys.Tests.Leaks;

/// <summary>All the ways in which a text may lie in bytes without being compressed.</summary>
internal static class Needles
{
    public static IEnumerable<(string Encoding, byte[] Bytes)> Of(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        yield return ("utf-8", utf8);
        foreach (var (name, bytes) in new[] { ("utf-8", utf8), ("utf-16le", Encoding.Unicode.GetBytes(text)), ("utf-16be", Encoding.BigEndianUnicode.GetBytes(text)) })
        {
            if (name != "utf-8")
                yield return (name, bytes);
            yield return (name + " as lower hex", Ascii(Convert.ToHexStringLower(bytes)));
            yield return (name + " as upper hex", Ascii(Convert.ToHexString(bytes)));
            for (var alignment = 0; alignment < 3; alignment++)
            {
                var base64 = Base64(bytes, alignment);
                yield return ($"{name} as base64 at {alignment}", Ascii(base64));
                yield return ($"{name} as base64url at {alignment}", Ascii(base64.Replace('+', '-').Replace('/', '_')));
            }
        }
    }

    /// <summary>The characters that the bytes alone decide when other bytes stand before and after them.</summary>
    private static string Base64(byte[] bytes, int before)
    {
        var whole = Convert.ToBase64String([.. new byte[before], .. bytes, 0, 0]);
        var first = (before * 8 + 5) / 6;
        return whole[first..((before + bytes.Length) * 8 / 6)];
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
