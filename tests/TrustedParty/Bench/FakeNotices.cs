using Ascs.Contracts;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Dispatches;
using Ascs.TrustedParty.Events;

namespace Ascs.TrustedParty.Tests.Bench;

/// <summary>Notices enqueued, each once.</summary>
internal sealed class FakeNotices : INotices
{
    public HashSet<Aid> Enqueued { get; } = [];

    public Task EnqueueAsync(AidRecord record, CancellationToken cancellationToken)
    {
        Enqueued.Add(record.Aid);
        return Task.CompletedTask;
    }
}

/// <summary>Events by their key; the same key again appends nothing.</summary>
internal sealed class FakeEvents : IEventOutbox
{
    public Dictionary<(EnterpriseId Enterprise, string Key), IReadOnlyList<PendingEvent>> Appended { get; } = [];

    public Task AppendAsync(EnterpriseId enterprise, string key, IReadOnlyList<PendingEvent> events, CancellationToken cancellationToken)
    {
        lock (Appended)
            Appended.TryAdd((enterprise, key), events);
        return Task.CompletedTask;
    }
}
