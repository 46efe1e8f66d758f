using System.Buffers;
using System.Globalization;
using System.Text;

namespace Ascs.Contracts;

/// <summary>
/// The allow-list of free text (CHEAA-4.1.3.3 d): letters, marks, numbers, punctuation, symbols and spaces of all scripts, less what opens markup, templates and
/// escapes (RFC 2396 2.4.3 calls it delimiters and unwise). With that, control, bidirectional, zero-width, private and unassigned characters are refused by
/// their class. Text is normalised before it is judged and passed on as it came, for it is signed (decision 0016).
/// </summary>
public static class FreeText
{
    private const string Refused = "<>\"\\`{}|^";

    // What compatibility makes a refused character of, besides the full-width forms. These are all (UCD 15.0; NFKC never changes for a character once assigned).
    private const string Folded = "\u1FEF`\u226E<\u226F>\uFE37{\uFE38}\uFE5B{\uFE5C}\uFE64<\uFE65>\uFE68\\";

    private const char Ogham = '\u1680'; // a space that is drawn as a line

    private static readonly SearchValues<char> PlainAscii =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code).Where(c => !Refused.Contains(c, StringComparison.Ordinal))]);

    /// <summary>Whether all characters are allowed.</summary>
    /// <param name="text">The text as it came.</param>
    /// <param name="lines">Whether it may have several lines.</param>
    public static bool Allows(string text, bool lines = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        var rest = text.AsSpan();
        while (rest.IndexOfAnyExcept(PlainAscii) is >= 0 and var at)
        {
            // Half of a surrogate pair is no character.
            if (Rune.DecodeFromUtf16(rest[at..], out var rune, out var length) != OperationStatus.Done) return false;
            if (!Allows(Normal(rune)) && !(lines && rune.Value == '\n')) return false;
            rest = rest[(at + length)..];
        }

        return true;
    }

    /// <summary>The same as a regular expression (ECMA 262, flag u).</summary>
    /// <param name="lines">Whether it may have several lines.</param>
    public static string Pattern(bool lines = false) =>
        $@"^(?:(?![<>""\\`{{}}|^{Forms()}{Ogham}])[\p{{L}}\p{{M}}\p{{N}}\p{{P}}\p{{S}}\p{{Zs}}{(lines ? @"\n" : "")}])*$";

    // CHEAA-4.1.3.3 c, NFKC of one character as far as it can change the verdict. The framework's own normalisation is no help: without culture data
    // (InvariantGlobalization) it answers every text as it is.
    private static Rune Normal(Rune rune)
    {
        if (rune.Value is >= 0xFF01 and <= 0xFF5E) return new Rune(rune.Value - 0xFEE0);
        var at = rune.IsBmp ? Folded.IndexOf((char)rune.Value, StringComparison.Ordinal) : -1;
        return at >= 0 && at % 2 == 0 ? new Rune(Folded[at + 1]) : rune;
    }

    private static bool Allows(Rune rune) => rune.IsAscii ? PlainAscii.Contains((char)rune.Value) : Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => false,
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
        _ => rune.Value != Ogham,
    };

    private static string Forms() => string.Concat(Refused.Select(c => (char)(c + 0xFEE0)).Concat(Folded.Where((_, i) => i % 2 == 0)));
}
