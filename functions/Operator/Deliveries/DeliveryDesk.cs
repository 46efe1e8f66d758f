using Ascs.Storage;

namespace Ascs.Operator.Deliveries;

/// <summary>Takes calls' orders in, durably and once.</summary>
internal sealed class DeliveryDesk(IDocumentStore store, OpenChunks chunks, DeliveryQueue queue, DeliveryJournal journal, OperatorStart start)
{
    /// <summary>Writes a chunk and lets it go to work. A chunk that is or was here already is left as it is.</summary>
    public async Task TakeAsync(string id, ChunkOrders orders, CancellationToken ct)
    {
        await start.DoneAsync(ct); // before that, nobody knows which chunks are open
        if (await store.ReadAsync(Containers.Work, DeliveryPlaces.Key(DeliveryPlaces.Done + id), ct) is not null) return;
        var created = await store.TryCommitAsync(Containers.Work, DeliveryPlaces.Partition, ChunkOrders.Schema.Create(DeliveryPlaces.Orders + id, orders), ct);
        if (created is null)
        {
            // Written by an earlier try, whose caller may never have got as far as opening it.
            var stored = await store.ReadAsync(Containers.Work, DeliveryPlaces.Key(DeliveryPlaces.Orders + id), ChunkOrders.Schema, ct);
            if (stored is null) return; // closed in the meantime
            orders = stored.Value;
        }

        Open(new(id, orders, states: null));
    }

    /// <summary>Opens a chunk that is in the store and sends its orders on.</summary>
    public void Open(OpenChunk chunk)
    {
        if (!chunks.TryAdd(chunk, out var repeated)) return;
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
