namespace Ascs.TrustedParty.Workflow.Engine;

/// <summary>Whether a loop still turns. One that does not run here is no worry of this instance.</summary>
internal sealed class Heartbeat(TimeProvider time)
{
    private static readonly TimeSpan StandsStill = TimeSpan.FromMinutes(1);
    private long last; // 0 while the loop does not run here

    /// <summary>False when the loop runs here and has not turned for long.</summary>
    public bool IsBeating => Volatile.Read(ref last) is not (> 0 and var at) || time.GetElapsedTime(at) < StandsStill;

    /// <summary>It turned.</summary>
    public void Beat() => Volatile.Write(ref last, time.GetTimestamp());

    /// <summary>It runs here no more.</summary>
    public void Stop() => Volatile.Write(ref last, 0);
}
