using Microsoft.Extensions.Time.Testing;

namespace Ascs.Trust.Tests.Calls;

/// <summary>
/// A fake clock that knows whether somebody waits a moment, as between two tries. The patience of a try is longer and no reason to let time pass: a slow machine
/// would run out of it.
/// </summary>
internal sealed class MomentTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);
    private int waits;

    public bool SomebodyWaits => Volatile.Read(ref waits) > 0;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime <= TimeSpan.Zero || dueTime > Moment) return base.CreateTimer(callback, state, dueTime, period);
        Interlocked.Increment(ref waits);
        return base.CreateTimer(s => { Interlocked.Decrement(ref waits); callback(s); }, state, dueTime, period);
    }
}
