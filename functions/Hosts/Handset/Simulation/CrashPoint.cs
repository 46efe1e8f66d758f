namespace Ascs.Hosts.Handset.Simulation;

/// <summary>Where in a hand-over the simulated power cut happens. Both leave the caller without an answer; only the store knows which one it was.</summary>
public enum CrashPoint
{
    /// <summary>The messages are on disk, the answer is never sent: a caller who sends again makes a duplicate.</summary>
    AfterPersist,

    /// <summary>The messages are written but not committed: after a restart they were never handed over.</summary>
    BeforePersist,
}
