using System.Buffers;

namespace Ascs.Hosts.Handset.Texts;

/// <summary>How many short messages a text takes: 3GPP TS 23.038 6.2.1 (GSM 7 bit) and 6.2.3 (UCS-2), joined by a header of TS 23.040 9.2.3.24.1.</summary>
internal static class Segments
{
    private static readonly SearchValues<char> Basic = SearchValues.Create(
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà");
    // TS 23.038 6.2.1.1: each of these takes two septets, an escape and itself.
    private static readonly SearchValues<char> Extended = SearchValues.Create("\f^{}\\[~]|€");

    internal static int Count(string text) =>
        Septets(text) is { } septets ? Parts(septets, 160, 153) : Parts(text.Length, 70, 67);

    // Null when the text leaves the GSM alphabet.
    private static int? Septets(string text)
    {
        var septets = 0;
        foreach (var c in text)
        {
            if (Basic.Contains(c)) septets++;
            else if (Extended.Contains(c)) septets += 2;
            else return null;
        }
        return septets;
    }

    private static int Parts(int units, int alone, int joined) => units <= alone ? 1 : (units + joined - 1) / joined;
}
