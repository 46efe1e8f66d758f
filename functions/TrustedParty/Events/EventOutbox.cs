using System.Collections.Concurrent;
using Ascs.Contracts;
using Ascs.Storage;
using Ascs.TrustedParty.Background;
using Ascs.TrustedParty.Dispatches;

namespace Ascs.TrustedParty.Events;

/// <summary>The outbox over the document store.</summary>
internal sealed class EventOutbox(IDocumentStore store, DispatchOptions options, TimeProvider time) : IEventOutbox
{
    private const int MostEvents = 500;
    private readonly ConcurrentDictionary<EnterpriseId, EventWriter> writers = new();
    private readonly ConcurrentDictionary<EnterpriseId, Bell> bells = new();

    /// <inheritdoc/>
    public Task AppendAsync(EnterpriseId enterprise, string key, IReadOnlyList<PendingEvent> events, CancellationToken cancellationToken)
    {
        if (key is not { Length: >= 1 and <= 64 } || events.Count is 0 or > MostEvents)
            throw new ArgumentException("A key has 1 to 64 characters, an append 1 to 500 events.", nameof(events));
        var append = new PendingAppend(key, events, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        writers.GetOrAdd(enterprise, id => new EventWriter(id, store, options.Retention, time, BellOf(id).Ring)).Add(append);
        return append.Appended.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Rings when events of the enterprise were appended here.</summary>
    public Bell BellOf(EnterpriseId enterprise) => bells.GetOrAdd(enterprise, _ => new Bell());
}
