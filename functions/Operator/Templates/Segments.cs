namespace Ascs.Operator.Templates;

/// <summary>How many short messages a text takes (3GPP TS 23.038 and 23.040): GSM 7-bit 160 or 153 each, UCS-2 70 or 67.</summary>
internal static class Segments
{
    private const string Basic = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private const string Escaped = "^{}\\[~]|€";

    private static readonly System.Buffers.SearchValues<char> Gsm = System.Buffers.SearchValues.Create(Basic + Escaped);
    private static readonly System.Buffers.SearchValues<char> Twice = System.Buffers.SearchValues.Create(Escaped);

    public static int Of(ReadOnlySpan<char> text)
    {
        if (text.ContainsAnyExcept(Gsm)) return Parts(text.Length, 70, 67);
        var length = text.Length;
        for (var rest = text; rest.IndexOfAny(Twice) is >= 0 and var at; rest = rest[(at + 1)..]) length++;
        return Parts(length, 160, 153);
    }

    private static int Parts(int length, int alone, int joined) => length <= alone ? 1 : (length + joined - 1) / joined;
}
