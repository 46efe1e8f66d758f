using Ascs.Contracts;
using Ascs.Storage;
using Ascs.TrustedParty.Dispatches;

namespace Ascs.TrustedParty.Workflow.Engine;

/// <summary>The state of a dispatch in memory, and how it stands to the one in the store. Owned by the loop of its dispatch.</summary>
internal sealed class KeptState(DispatchId dispatch, DispatchStore store)
{
    private string etag = "";
    private bool unsaved; // it has changes whose loss would do no harm

    /// <summary>The state; null when it must be read.</summary>
    public SendState? Value { get; private set; }

    /// <summary>It was just stored like this.</summary>
    public void Set(SendState state, string itsETag) => (Value, etag, unsaved) = (state, itsETag, false);

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

    /// <summary>What the event makes of it; true when it must be stored before anything else happens.</summary>
    public bool Fold(SendEvent e)
    {
        var step = SendWorkflow.Step(Value!, e);
        unsaved |= !ReferenceEquals(step.State, Value);
        Value = step.State;
        return step.Durable;
    }

    /// <summary>Stores it.</summary>
    /// <exception cref="StoreUnavailableException">It was not stored, or another instance changed it: read it again.</exception>
    public async Task SaveAsync(CancellationToken ct)
    {
        etag = await store.ReplaceAsync(Value!, etag, ct) ?? throw new StoreUnavailableException("a dispatch was changed by another instance");
        unsaved = false;
    }

    /// <summary>Stores what could also be lost.</summary>
    public Task SaveRestAsync(CancellationToken ct) => unsaved ? SaveAsync(ct) : Task.CompletedTask;
}
