using System.Diagnostics;

namespace Ascs.Hosts.Handset.Simulation;

/// <summary>
/// The power cut. SIGKILL to the own process: no finally block runs, no buffer is flushed, which is what makes the kill tests honest.
/// In a process that hosts more than the handset everything dies with it.
/// </summary>
internal sealed class CrashSwitch
{
    // Counts down the hand-overs until the cut; written by the knob board, read and written by the writer thread.
    private long _left;
    private volatile CrashPoint _point;

    internal void Arm(Knobs knobs)
    {
        _point = knobs.CrashPoint;
        Interlocked.Exchange(ref _left, knobs.CrashAfterMessages);
    }

    internal void BeforeCommit(int handOvers) => CutIfReached(CrashPoint.BeforePersist, handOvers);

    internal void AfterCommit(int handOvers) => CutIfReached(CrashPoint.AfterPersist, handOvers);

    private void CutIfReached(CrashPoint here, int handOvers)
    {
        if (handOvers == 0 || here != _point || Interlocked.Read(ref _left) <= 0) return;
        if (Interlocked.Add(ref _left, -handOvers) <= 0) Process.GetCurrentProcess().Kill();
    }
}
