using System.Globalization;
using Ascs.Contracts;
using Ascs.Storage;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;
using Ascs.Trust.Journal;
using Ascs.TrustedParty.Background;
using Ascs.TrustedParty.Dispatches;
using Microsoft.Extensions.Logging;

namespace Ascs.TrustedParty.Events;

/// <summary>
/// Pushes each enterprise its events in sequence, from what it last acknowledged on. An enterprise that is away is tried for as long as it takes, every half a minute in the end; what it missed
/// it can also ask for.
/// </summary>
internal sealed class EventPusher(
    EventOutbox outbox, EventReader reader, IPlatformCaller caller, IPlatformDirectory directory, IDocumentStore store, DispatchOptions options, TimeProvider time,
    ILogger<EventPusher> logger) : LeasedWork("event-pusher", store, options, time, logger)
{
    private const int MostEvents = 500;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private readonly IDocumentStore store = store;

    /// <inheritdoc/>
    protected override async Task RunAsync(CancellationToken ct)
    {
        var loops = directory.Peers.Where(p => p.Role == Role.Enterprise).Select(p => PushAsync(p, ct));
        await Task.WhenAll([Task.Delay(Timeout.InfiniteTimeSpan, Time, ct), .. loops]);
    }

    private async Task PushAsync(Peer peer, CancellationToken ct)
    {
        var plan = PushPolicy.Begin;
        while (true)
        {
            var step = await TryStepAsync(peer, plan.Back, ct);
            if (step == PushStep.Nothing) await outbox.BellOf(peer.EnterpriseId!.Value).WaitAsync(Look, Time, ct);
            else if (step != PushStep.Pushed) await Task.Delay(plan.Pause, Time, ct);
            plan = PushPolicy.After(plan, step);
        }
    }

    private async Task<PushStep> TryStepAsync(Peer peer, long back, CancellationToken ct)
    {
        try
        {
            return await StepAsync(peer, back, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            Logger.Fault(e, $"Events of {peer.EnterpriseId} could not be pushed and wait");
            return PushStep.Failed;
        }
    }

    private async Task<PushStep> StepAsync(Peer peer, long back, CancellationToken ct)
    {
        var enterprise = peer.EnterpriseId!.Value;
        var key = new DocumentKey(EventDocuments.PartitionOf(enterprise), EventDocuments.Acked);
        var acked = await store.ReadAsync(Containers.Work, key, EventDocuments.MarkSchema, ct);
        var batch = await reader.ReadAsync(enterprise, Math.Max(1, (acked?.Value.Sequence ?? 0) + 1 - back), MostEvents, ct);
        if (batch.Events.Count == 0) return PushStep.Nothing;
        var answer = await caller.CallAsync(peer, EnterpriseCatalogue.DeliverEvents, batch, KeyOf(batch), ct);
        if (answer.Problem?.Code == ProblemCodes.SequenceGap) return PushStep.Gap;
        if (answer.Value is not { } receipt) return PushStep.Failed;
        var through = Math.Min(receipt.Through, batch.Next - 1);
        if (through < batch.Events[0].Sequence) return PushStep.Failed;
        await store.CommitAsync(Containers.Work, key.Partition, [EventDocuments.MarkSchema.Upsert(key.Id, new EventMark(through))], ct);
        return PushStep.Pushed;
    }

    // The same batch has the same key: a retry after a lost answer is one. From an older cursor it is another.
    private static string KeyOf(EventBatch batch) =>
        string.Create(CultureInfo.InvariantCulture, $"events-{batch.From ?? batch.Events[0].Sequence:D15}-{batch.Events[0].Sequence:D15}-{batch.Events.Count:D3}");
}
