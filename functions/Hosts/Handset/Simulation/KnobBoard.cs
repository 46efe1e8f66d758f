namespace Ascs.Hosts.Handset.Simulation;

/// <summary>The knobs as they stand now. Whoever reads them takes one consistent set.</summary>
internal sealed class KnobBoard
{
    private readonly CrashSwitch _crash;
    private volatile Knobs _current;

    internal KnobBoard(Knobs start, CrashSwitch crash)
    {
        (_current, _crash) = (start, crash);
        crash.Arm(start);
    }

    internal Knobs Current => _current;

    /// <summary>Turns all knobs at once; the caller has checked <see cref="Knobs.Faults"/>. The crash countdown starts anew only when one of its knobs was turned.</summary>
    internal void Turn(Knobs knobs)
    {
        var before = _current;
        _current = knobs;
        if ((before.CrashAfterMessages, before.CrashPoint) != (knobs.CrashAfterMessages, knobs.CrashPoint)) _crash.Arm(knobs);
    }
}
