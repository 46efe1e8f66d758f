namespace Ascs.Operator.Templates;

/// <summary>
/// What a person means by a text, whatever the keyboard: full-width forms as half-width, upper case, and nothing but letters and digits. Written by hand because
/// the platform runs without culture data (InvariantGlobalization), where <c>string.Normalize</c> leaves full-width forms as they are.
/// </summary>
internal static class Folding
{
    private const char FirstWide = '\uFF01';
    private const char LastWide = '\uFF5E';
    private const int WideToNarrow = 0xFEE0; // Unicode: FF01..FF5E are 21..7E

    public static string Fold(string text) => string.Create(text.Count(c => char.IsLetterOrDigit(c)), text, static (folded, from) =>
    {
        var at = 0;
        foreach (var c in from)
            if (char.IsLetterOrDigit(c)) folded[at++] = char.ToUpperInvariant(c is >= FirstWide and <= LastWide ? (char)(c - WideToNarrow) : c);
    });
}
