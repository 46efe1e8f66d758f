using System.Globalization;
using Ascs.Contracts;

namespace Ascs.Trust.Audit.Alerts;

/// <summary>Hours of the day, Beijing time, at which nobody should call; may pass midnight.</summary>
/// <param name="From">Included.</param>
/// <param name="Until">Not included.</param>
public sealed record OddHours(TimeOnly From, TimeOnly Until)
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    /// <summary>Reads <c>01:00-05:00</c>; null for anything else.</summary>
    public static OddHours? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('-') is [var from, var until] && Time(from) is { } first && Time(until) is { } last && first != last ? new OddHours(first, last) : null;
    }

    /// <summary>Whether it is one of them.</summary>
    public bool Contains(UnixTime time) => TimeOnly.FromTimeSpan(time.ToTime().ToOffset(Beijing).TimeOfDay).IsBetween(From, Until);

    private static TimeOnly? Time(string text) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
