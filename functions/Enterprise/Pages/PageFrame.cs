using System.Globalization;
using Ascs.Contracts;

namespace Ascs.Enterprise.Pages;

/// <summary>What every page knows of the request it answers.</summary>
/// <param name="Language">Language it is shown in.</param>
/// <param name="EnterpriseName">Whose pages they are.</param>
/// <param name="Back">Path that the language switch returns to.</param>
/// <param name="FormToken">Goes into every form of ours as <c>form</c>; empty on pages without one.</param>
public sealed record PageFrame(Language Language, LocalText EnterpriseName, string Back, string FormToken)
{
    /// <summary>True for English.</summary>
    public bool IsEnglish => Language == Language.En;

    /// <summary>The words of the page's language.</summary>
    public string this[string zh, string en] => IsEnglish ? en : zh;

    /// <summary>The text of the page's language.</summary>
    public string this[LocalText text] => text.In(Language);

    /// <summary>A day as people write it, at +08:00.</summary>
    public string Day(UnixTime time) => Local(time).ToString(IsEnglish ? "d MMMM yyyy" : "yyyy年M月d日", CultureInfo.InvariantCulture);

    /// <summary>A minute as people write it, at +08:00.</summary>
    public string Minute(UnixTime time) => Local(time).ToString(IsEnglish ? "d MMMM yyyy, HH:mm" : "yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A second as people write it, at +08:00, rounded up: nothing promised for after it happens before.</summary>
    public string SecondAfter(UnixTime time) =>
        Local(UnixTime.From(time.ToTime().AddMilliseconds(999))).ToString(IsEnglish ? "HH:mm:ss 'on' d MMMM yyyy" : "yyyy年M月d日 HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>For <c>datetime</c>.</summary>
    public static string Machine(UnixTime time) => Local(time).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    private static DateTimeOffset Local(UnixTime time) => time.ToTime().ToOffset(Promise.Offset);
}
