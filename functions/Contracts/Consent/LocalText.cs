namespace Ascs.Contracts;

/// <summary>One text in both languages people see.</summary>
/// <param name="Zh">Chinese (zh-CN).</param>
/// <param name="En">English.</param>
public sealed record LocalText(string Zh, string En)
{
    /// <summary>The text of a language.</summary>
    public string In(Language language) => language == Language.En ? En : Zh;
}
