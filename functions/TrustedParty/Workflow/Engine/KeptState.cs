using Ascs.Contracts;
using Ascs.Storage;
using Ascs.TrustedParty.Dispatches;

namespace Ascs.TrustedParty.Workflow.Engine;

/// <summary>The state of a dispatch in memory, and how it stands to the one in the store. Owned by the loop of its dispatch.</summary>
internal sealed class KeptState(DispatchId dispatch, DispatchStore store)
{
    private string etag = "";
    private bool changed; // it is not stored like this
    private bool urgent; // a change must be stored before anything else happens; the loss of others would do no harm

    /// <summary>The state; null when it must be read.</summary>
    public SendState? Value { get; private set; }

    /// <summary>It was just stored like this.</summary>
    public void Set(SendState state, string itsETag) => (Value, etag, changed, urgent) = (state, itsETag, false, false);

    /// <summary>Nobody knows any more how it is stored.</summary>
    public void Doubt() => Value = null;

    /// <summary>Reads it when it is not in memory; false when there is no such dispatch.</summary>
    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (Value is not null) return true;
        if (await store.ReadAsync(dispatch, ct) is not { } stored) return false;
        Set(stored.Value, stored.ETag);
        return true;
    }

    /// <summary>Makes of it what the event says.</summary>
    public void Fold(SendEvent e)
    {
        var step = SendWorkflow.Step(Value!, e);
        changed |= !ReferenceEquals(step.State, Value);
        urgent |= step.Durable;
        Value = step.State;
    }

    /// <summary>Stores it when something must not be lost.</summary>
    /// <exception cref="StoreUnavailableException">It was not stored, or another instance changed it: read it again.</exception>
    public Task SaveUrgentAsync(CancellationToken ct) => urgent ? SaveAsync(ct) : Task.CompletedTask;

    /// <summary>Stores what could also be lost.</summary>
    /// <exception cref="StoreUnavailableException">It was not stored, or another instance changed it: read it again.</exception>
    public Task SaveRestAsync(CancellationToken ct) => changed ? SaveAsync(ct) : Task.CompletedTask;

    private async Task SaveAsync(CancellationToken ct) =>
        Set(Value!, await store.ReplaceAsync(Value!, etag, ct) ?? throw new StoreUnavailableException("a dispatch was changed by another instance"));
}
