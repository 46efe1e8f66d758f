using System.Buffers;

namespace Ascs.Contracts;

/// <summary>One text in both languages people see.</summary>
/// <param name="Zh">Chinese (zh-CN).</param>
/// <param name="En">English.</param>
public sealed record LocalText(string Zh, string En)
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>`中文 English` in one line, as names are configured: what stands before the first ASCII letter is Chinese. A name in one language serves for both.</summary>
    public static LocalText Split(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var at = name.AsSpan().IndexOfAny(Letters);
        return at <= 0 ? new LocalText(name, name) : new LocalText(name[..at].Trim(), name[at..].Trim());
    }

    /// <summary>The text of a language.</summary>
    public string In(Language language) => language == Language.En ? En : Zh;
}
