using Ascs.Storage;

namespace Ascs.Operator.Deliveries;

/// <summary>Takes calls' orders in, durably and once.</summary>
internal sealed class DeliveryDesk(IDocumentStore store, OpenChunks chunks, DeliveryQueue queue, DeliveryJournal journal, OperatorStart start)
{
    /// <summary>Writes a chunk and lets it go to work. A chunk that is or was here already is left as it is.</summary>
    public async Task TakeAsync(string id, ChunkOrders orders, CancellationToken ct)
    {
        await start.DoneAsync(ct); // before that, nobody knows which chunks are open
        Write[] writes = [new Write.Create(DeliveryPlaces.Done + id, DeliveryPlaces.Mark), ChunkOrders.Schema.Create(DeliveryPlaces.Orders + id, orders)];
        if (await store.CommitAsync(Containers.Work, DeliveryPlaces.Partition, writes, ct) is CommitOutcome.Committed)
            Open(new(id, orders, states: null));
        else
            await OpenAgainAsync(id, ct);
    }

    // At work, or closed, or written by an earlier try, whose caller never learned of it and never opened it.
    private async Task OpenAgainAsync(string id, CancellationToken ct)
    {
        if (await StoredAsync(id, ct) is not { } orders) return;
        var chunk = new OpenChunk(id, orders, states: null);
        if (!chunks.TryAdd(chunk, out var repeated)) return;
        var open = false;
        try
        {
            // A chunk that closes goes from the store before it goes from memory: one still stored, now that ours is the one in memory, is nobody else's.
            open = await StoredAsync(id, ct) is not null;
        }
        finally
        {
            if (open) Send(chunk, repeated);
            else chunks.Remove(chunk);
        }
    }

    private async Task<ChunkOrders?> StoredAsync(string id, CancellationToken ct) =>
        (await store.ReadAsync(Containers.Work, DeliveryPlaces.Key(DeliveryPlaces.Orders + id), ChunkOrders.Schema, ct))?.Value;

    private void Open(OpenChunk chunk)
    {
        if (chunks.TryAdd(chunk, out var repeated)) Send(chunk, repeated);
    }

    private void Send(OpenChunk chunk, IReadOnlyList<OpenOrder> repeated)
    {
        if (repeated.Count > 0)
        {
            var step = new OrderStep(OrderState.Repeated, chunk.ReceivedAt);
            _ = journal.AppendAsync(new([.. repeated.Select(o => (o, step))]), CancellationToken.None).ContinueWith(
                _ => queue.Add(chunk), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
        else
        {
            queue.Add(chunk);
        }
    }
}
