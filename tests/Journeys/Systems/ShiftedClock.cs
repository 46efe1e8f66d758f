namespace Ascs.Journeys.Tests.Systems;

/// <summary>The real clock, moved. Timers run as ever. A clock may be put back; the time that has passed never runs backwards.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    private long shift, passed;

    public void Move(TimeSpan by)
    {
        Interlocked.Add(ref shift, by.Ticks);
        if (by > TimeSpan.Zero) Interlocked.Add(ref passed, by.Ticks);
    }

    public override long GetTimestamp() => System.GetTimestamp() + (Interlocked.Read(ref passed) * (TimestampFrequency / TimeSpan.TicksPerSecond));

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref shift));
}
