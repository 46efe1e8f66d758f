namespace Ascs.Journeys.Tests.Systems;

/// <summary>The real clock, moved. Timers run as ever.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    private long shift;

    public void Move(TimeSpan by) => Interlocked.Add(ref shift, by.Ticks);

    public override long GetTimestamp() => System.GetTimestamp() + (Interlocked.Read(ref shift) * (TimestampFrequency / TimeSpan.TicksPerSecond));

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref shift));
}
