using System.Buffers;
using System.Text.Json;

namespace Ascs.Trust.Gate;

/// <summary>
/// Text without characters that hide, reorder or break what a person or a log reads (CHEAA-4.1.3.3 d): control characters, bidirectional controls,
/// zero-width characters, line and paragraph separators, tags.
/// </summary>
internal static class PlainText
{
    private static readonly SearchValues<char> Refused = SearchValues.Create([
        .. Range('\u0000', '\u001F'), .. Range('\u007F', '\u009F'), // C0, DEL, C1
        '\u00AD', '\u034F', '\u061C', '\u180E', // soft hyphen, grapheme joiner, Arabic letter mark, Mongolian vowel separator
        .. Range('\u200B', '\u200F'), .. Range('\u2028', '\u202E'), // zero-width, marks, separators, embeddings and overrides
        .. Range('\u2060', '\u206F'), '\uFEFF', .. Range('\uFFF9', '\uFFFB'), // joiners, isolates, byte order mark, annotations
        .. Range('\uFDD0', '\uFDEF'), '\uFFFE', '\uFFFF', // no characters
        '\uDB40', // first half of the tags and the variation selectors of plane 14
    ]);

    /// <summary>Whether the string or member name that the reader is at is plain.</summary>
    /// <exception cref="InvalidOperationException">It holds half of a surrogate pair.</exception>
    public static bool Holds(ref Utf8JsonReader reader) =>
        // Nearly all strings are base64 or names: printable ASCII without escapes needs no copy.
        (!reader.ValueIsEscaped && !reader.ValueSpan.ContainsAnyExceptInRange((byte)' ', (byte)'~')) || Holds(reader.GetString());

    /// <summary>Whether the text is plain.</summary>
    public static bool Holds(string? text) => !text.AsSpan().ContainsAny(Refused);

    private static IEnumerable<char> Range(char first, char last) => Enumerable.Range(first, last - first + 1).Select(code => (char)code);
}
