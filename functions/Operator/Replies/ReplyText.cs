using Ascs.Contracts;

namespace Ascs.Operator.Replies;

/// <summary>
/// How much of a reply is told: phones join a dozen short messages at most, and an opt-out, told once for each authorisation it ends, is a word. Pure. Sealed it
/// stays under the 5 kB that the journal counts for an item and the 8192 characters that the trusted party takes.
/// </summary>
internal static class ReplyText
{
    public const int MostOfReply = 1000;
    public const int MostOfOptOut = 32;

    public static string Cut(string text, OutcomeKind kind)
    {
        var most = kind == OutcomeKind.OptOut ? MostOfOptOut : MostOfReply;
        if (text.Length <= most) return text;
        var end = most - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + '…'; // not half a character
    }
}
