using Ascs.Contracts;
using Ascs.Storage;
using Ascs.Trust.Journal;

namespace Ascs.TrustedParty.Workflow.Engine;

/// <summary>The failures of one dispatch, and where they end: it is parked. Owned by its loop.</summary>
internal sealed class Failures(DispatchId dispatch, InstanceServices services, CancellationToken stopping)
{
    private int inARow;

    /// <summary>It always fails: events are still taken, commands are not begun until it is read again after a restart.</summary>
    public bool Parked { get; private set; }

    /// <summary>Something was done.</summary>
    public void Reset() => inARow = 0;

    /// <summary>Something failed. What the dispatch is must be known to park it.</summary>
    public async Task NoteAsync(SendState? known, Exception reason)
    {
        if (stopping.IsCancellationRequested) return;
        services.Logger.Fault(reason, $"{dispatch} met a failure and will be tried again");
        (inARow, var park) = FailurePolicy.After(inARow, reason);
        if (park && !Parked && known is not null) await ParkAsync(known, reason);
    }

    private async Task ParkAsync(SendState state, Exception reason)
    {
        try
        {
            await services.Index.ParkAsync(state, reason.GetType().Name, stopping);
            Parked = true;
            services.Logger.Fault(reason, $"{dispatch} fails whatever is tried. It is parked: its events are kept, its work stands still until a restart");
        }
        catch (StoreUnavailableException)
        {
            // The next failure parks it.
        }
    }
}
