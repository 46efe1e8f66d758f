namespace Ascs.Client.Calls;

/// <summary>
/// This machine's clock, put right by the trusted party's when the two differ by more than is tolerated: what is stamped follows the clock that judges it. Only verified
/// answers say how far it is off. A clock that is wrong by more than an hour is not followed: then it is unsafe to say which one is right, and certificates are judged by it too.
/// </summary>
/// <param name="machine">The machine's clock.</param>
internal sealed class PartnerClock(TimeProvider machine) : TimeProvider
{
    /// <summary>The furthest that stamps follow.</summary>
    public static readonly TimeSpan Furthest = TimeSpan.FromHours(1);

    // What is added to the machine's clock, in ticks.
    private long correction;

    /// <summary>What is added to the machine's clock now.</summary>
    public TimeSpan Correction => new(Interlocked.Read(ref correction));

    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    public override long TimestampFrequency => machine.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => machine.GetUtcNow() + Correction;

    public override long GetTimestamp() => machine.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => machine.CreateTimer(callback, state, dueTime, period);

    /// <summary>Moves by what was measured under a correction. Of two measurements under the same one the first counts: both saw the same error.</summary>
    /// <returns>False when it is too far to follow.</returns>
    public bool Follow(TimeSpan measuredUnder, TimeSpan offset)
    {
        var next = measuredUnder + offset;
        if (next.Duration() > Furthest)
            return false;
        Interlocked.CompareExchange(ref correction, next.Ticks, measuredUnder.Ticks);
        return true;
    }
}
