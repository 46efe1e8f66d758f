using Ascs.Storage;

namespace Ascs.TrustedParty.Tests.World;

/// <summary>
/// Ends a process at its n-th act: a write, a leaf appended, a call made or answered. The act is lost, or it happened and nobody learns it; from then on the
/// process does nothing any more.
/// </summary>
internal sealed class KillSwitch(long at = 0, Fault fault = Fault.None)
{
    private long acts;
    private long moves;

    public long Acts => Interlocked.Read(ref acts);

    /// <summary>Acts and reads, of the dead too: while it does not change the process does nothing that could be seen.</summary>
    public long Moves => Interlocked.Read(ref moves);

    public bool IsDead { get; private set; }

    /// <summary>What becomes of the next act.</summary>
    public Fault Next()
    {
        Interlocked.Increment(ref moves);
        if (IsDead) return Fault.Lost;
        if (Interlocked.Increment(ref acts) != at) return Fault.None;
        IsDead = true;
        return fault;
    }

    public void Kill() => IsDead = true;

    /// <summary>Reads of ranges get no answer before this has come.</summary>
    public Task Ranges { get; set; } = Task.CompletedTask;

    /// <summary>Does an act, unless the process ends before it or with it.</summary>
    public async Task<T> ActAsync<T>(Func<Task<T>> act)
    {
        var fate = Next();
        if (fate == Fault.Lost) throw new StoreUnavailableException("the process is dead");
        var result = await act();
        return fate == Fault.None ? result : throw new StoreUnavailableException("the process died before it learned");
    }

    /// <summary>For the store: reads of the dead are lost too.</summary>
    public async ValueTask<Fault> PlanAsync(StoreCall call, CancellationToken ct)
    {
        if (call.Operation == StoreOperation.Range) await Ranges.WaitAsync(ct);
        if (call.WriteNumber > 0) return Next();
        Interlocked.Increment(ref moves);
        return IsDead ? Fault.Lost : Fault.None;
    }
}
