using System.Globalization;

namespace Ascs.Hosts.Handset.Pages;

/// <summary>Instants as a person in China reads them: UTC+8, 24 hours.</summary>
internal static class Moments
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    internal static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToOffset(China);

    internal static string Clock(DateTimeOffset at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>For the <c>datetime</c> attribute.</summary>
    internal static string Machine(DateTimeOffset at) => at.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>The line between two days of a conversation.</summary>
    internal static string Day(DateTimeOffset at, DateTimeOffset now, Words words) =>
        at.Date == now.Date ? words["今天", "Today"]
        : at.Date == now.Date.AddDays(-1) ? words["昨天", "Yesterday"]
        : words.English ? at.ToString(at.Year == now.Year ? "d MMM" : "d MMM yyyy", CultureInfo.InvariantCulture)
        : at.ToString(at.Year == now.Year ? "M月d日" : "yyyy年M月d日", CultureInfo.InvariantCulture);

    /// <summary>In a list: the clock today, the day before that.</summary>
    internal static string Brief(DateTimeOffset at, DateTimeOffset now, Words words) => at.Date == now.Date ? Clock(at) : Day(at, now, words);
}
