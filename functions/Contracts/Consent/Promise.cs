namespace Ascs.Contracts;

/// <summary>
/// What a person was promised on the consent page (ISC-6.1.1.1: when, how often, from which number) and what is enforced at every send.
/// </summary>
/// <param name="FromMinute">First minute of the day at +08:00, 0 to 1439.</param>
/// <param name="ToMinute">First minute that is out again, FromMinute+1 to 1440: the hours are half-open.</param>
/// <param name="PerDay">Most messages a calendar day at +08:00, 1 to 50.</param>
/// <param name="PerWeek">Most messages a calendar week (Monday first) at +08:00, PerDay to 200.</param>
/// <param name="Senders">Ports or numbers they come from, 1 to 5.</param>
public sealed record Promise(int FromMinute, int ToMinute, int PerDay, int PerWeek, IReadOnlyList<SenderId> Senders)
{
    /// <summary>The zone in which promises are counted: +08:00, no daylight saving.</summary>
    public static TimeSpan Offset { get; } = TimeSpan.FromHours(8);

    /// <summary>True inside the promised hours.</summary>
    public bool Covers(DateTimeOffset time)
    {
        var minute = (int)time.ToOffset(Offset).TimeOfDay.TotalMinutes;
        return minute >= FromMinute && minute < ToMinute;
    }

    /// <summary>The instant at which the promised hours of that day end.</summary>
    public DateTimeOffset EndOfHours(DateTimeOffset time)
    {
        var local = time.ToOffset(Offset);
        return new DateTimeOffset(local.Date, Offset).AddMinutes(ToMinute);
    }

    /// <summary>True when the numbers are in their ranges.</summary>
    public bool IsValid =>
        FromMinute is >= 0 and < 1440 && ToMinute > FromMinute && ToMinute <= 1440
        && PerDay is >= 1 and <= 50 && PerWeek >= PerDay && PerWeek <= 200 && Senders.Count is >= 1 and <= 5;
}
