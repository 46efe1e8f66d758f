using System.Text;

namespace Ascs.Operator.Replies;

/// <summary>What counts as "no more": a reply that is one of these words and nothing else, whatever its case, width, spaces and punctuation. Pure.</summary>
internal static class OptOutWords
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "R", "T", "TD", "N", "QX", "退订", "拒收", "取消", "取消订阅", "退定", "STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "NO",
        "回复R", "回复T", "回复TD", "回T退订", "TD退订", "R退订", "T退订",
    };

    public static bool IsOptOut(string text)
    {
        var folded = new string([.. Normal(text).Where(c => !char.IsWhiteSpace(c) && !char.IsPunctuation(c) && !char.IsSymbol(c) && !char.IsControl(c) && !IsFormat(c))]);
        return Words.Contains(folded.ToUpperInvariant());
    }

    // A lone surrogate has no normal form; such a text is no word either.
    private static string Normal(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return "";
        }
    }

    private static bool IsFormat(char c) => char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format;
}
