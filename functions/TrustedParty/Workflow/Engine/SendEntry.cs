using Ascs.Contracts;

namespace Ascs.TrustedParty.Workflow.Engine;

/// <summary>How one dispatch stands in the index. Owned by its loop.</summary>
internal sealed class SendEntry(SendIndex index)
{
    private bool open; // the index says for sure that there is work

    /// <summary>It was just entered as one with work to do.</summary>
    public void WasOpened() => open = true;

    /// <summary>It has work to do; written before the work begins.</summary>
    public async Task OpenAsync(SendState state, CancellationToken ct)
    {
        if (open) return;
        await index.PutAsync(SendIndex.Open(state), [SendIndex.Due(state.DueAt, state.DispatchId), Deadline(state)], ct);
        open = true;
    }

    /// <summary>It has nothing to do before that time.</summary>
    public async Task CloseUntilAsync(UnixTime at, SendState state, CancellationToken ct)
    {
        await index.PutAsync(SendIndex.Due(at, state.DispatchId), [SendIndex.Open(state)], ct);
        open = false;
    }

    /// <summary>It will never have anything to do.</summary>
    public void Forget(SendState state) => index.RemoveLater([SendIndex.Open(state), Deadline(state)]);

    private static string Deadline(SendState state) => SendIndex.Due(state.Deadline!.Value, state.DispatchId);
}
