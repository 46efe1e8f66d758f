using System.Globalization;
using Ascs.Contracts;

namespace Ascs.TrustedParty.Pages;

/// <summary>What every page knows of the request it answers.</summary>
/// <param name="Language">Language it is shown in.</param>
/// <param name="Name">The trusted party's name.</param>
/// <param name="Again">What the language switch posts again; null switches by cookie and goes home.</param>
public sealed record PageFrame(Language Language, LocalText Name, string? Again = null)
{
    /// <summary>True for English.</summary>
    public bool IsEnglish => Language == Language.En;

    /// <summary>The words of the page's language.</summary>
    public string this[string zh, string en] => IsEnglish ? en : zh;

    /// <summary>The text of the page's language.</summary>
    public string this[LocalText text] => text.In(Language);

    /// <summary>A day as people write it, at +08:00.</summary>
    public string Day(DateTimeOffset time) => time.ToOffset(Promise.Offset).ToString(IsEnglish ? "d MMMM yyyy" : "yyyy年M月d日", CultureInfo.InvariantCulture);

    /// <summary>A minute as people write it, at +08:00.</summary>
    public string Minute(DateTimeOffset time) => time.ToOffset(Promise.Offset).ToString(IsEnglish ? "d MMMM yyyy, HH:mm" : "yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture);
}
