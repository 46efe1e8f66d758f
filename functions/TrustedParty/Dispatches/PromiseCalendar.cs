using Ascs.Contracts;

namespace Ascs.TrustedParty.Dispatches;

/// <summary>The calendar in which promises are counted: days from midnight and weeks from Monday, at +08:00, no daylight saving.</summary>
internal static class PromiseCalendar
{
    private const long DayMilliseconds = 24L * 60 * 60 * 1000;

    /// <summary>Number of the calendar day; 1970-01-01 is 0.</summary>
    public static long DayOf(UnixTime time) => (time.Milliseconds + (long)Promise.Offset.TotalMilliseconds) / DayMilliseconds;

    /// <summary>Number of the calendar week. Day 0 was a Thursday, so the week of day 0 began three days before it.</summary>
    public static long WeekOf(UnixTime time) => (DayOf(time) + 3) / 7;
}
