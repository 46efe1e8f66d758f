using Ascs.Operator.Templates;

namespace Ascs.Operator.Replies;

/// <summary>What counts as "no more": a reply that is one of these words and nothing else, whatever its case, width, spaces and punctuation. Pure.</summary>
internal static class OptOutWords
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "R", "T", "TD", "N", "QX", "退订", "拒收", "取消", "取消订阅", "退定", "STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "NO",
        "回复R", "回复T", "回复TD", "回T退订", "TD退订", "R退订", "T退订",
    };

    public static bool IsOptOut(string text) => Words.Contains(Folding.Fold(text));
}
