using Ascs.Contracts;
using Ascs.Operator.Links;
using Ascs.Storage;

namespace Ascs.Operator.Deliveries;

/// <summary>
/// Reads the open chunks back after a start. An order without a result: its intent is in the link → it may have been handed over, so UNKNOWN, never again;
/// no intent and too late → NOT_SENT; no intent and in time → it goes on.
/// </summary>
internal sealed class Recovery(IDocumentStore store, OpenChunks chunks, LinkStore links, DeliveryJournal journal, DeliveryQueue queue, TimeProvider time)
{
    private const int LinksAtOnce = 1000;

    /// <summary>Returns when everything that is decided by the start itself is durable.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var found = await ReadAsync(ct);
        foreach (var chunk in found.OrderBy(c => c.ReceivedAt)) // as they were taken in, so that of a repeated order the first stays the one
        {
            chunks.TryAdd(chunk, out var repeated);
            if (repeated.Count > 0) await TellAsync(repeated.Select(o => (o, new OrderStep(OrderState.Repeated, chunk.ReceivedAt))), ct);
            await SettleAsync(chunk, ct);
        }
    }

    private async Task<List<OpenChunk>> ReadAsync(CancellationToken ct)
    {
        var states = new Dictionary<string, ChunkStates>(StringComparer.Ordinal);
        await foreach (var stored in store.RangeAllAsync(
            Containers.Work, DeliveryPlaces.Partition, DeliveryPlaces.States, IdRange.EndOf(DeliveryPlaces.States), ChunkStates.Schema, ct))
            states[stored.Key.Id[DeliveryPlaces.States.Length..]] = stored.Value;
        var found = new List<OpenChunk>();
        await foreach (var stored in store.RangeAllAsync(
            Containers.Work, DeliveryPlaces.Partition, DeliveryPlaces.Orders, IdRange.EndOf(DeliveryPlaces.Orders), ChunkOrders.Schema, ct))
        {
            var id = stored.Key.Id[DeliveryPlaces.Orders.Length..];
            var chunk = new OpenChunk(id, stored.Value, states.GetValueOrDefault(id));
            chunk.Slim();
            found.Add(chunk);
        }

        return found;
    }

    private async Task SettleAsync(OpenChunk chunk, CancellationToken ct)
    {
        if (chunk.IsDone)
        {
            await journal.AppendAsync(new([], [], Closing: [chunk]), ct); // all repeated, or a crash came between
            return;
        }

        if (chunk.Orders.Any(o => o.State == OrderState.SubmittedUntold)) _ = journal.TellSubmittedAsync(chunk, ct);
        if (chunk.Contents is not { } contents) return;
        var now = time.GetUtcNow();
        var open = chunk.Orders.Where(o => o.State == OrderState.Accepted).ToArray();
        var intended = await IntendedAsync(chunk, contents, open, ct);
        await TellAsync(open.Where(intended.Contains).Select(o => (o, new OrderStep(OrderState.Unknown, UnixTime.From(now)))), ct);
        var late = open.Where(o => !intended.Contains(o) && contents.Orders[o.Index].NotAfter.ToTime() <= now);
        await TellAsync(late.Select(o => (o, new OrderStep(OrderState.NotSent, UnixTime.From(now), SendReason.TooLate))), ct);
        if (chunk.Orders.Any(o => o.State == OrderState.Accepted)) queue.Add(chunk);
    }

    private async Task<HashSet<OpenOrder>> IntendedAsync(OpenChunk chunk, ChunkOrders contents, OpenOrder[] open, CancellationToken ct)
    {
        var intended = new HashSet<OpenOrder>();
        foreach (var part in open.Chunk(LinksAtOnce))
        {
            var read = await links.ReadAsync([.. part.Select(o => contents.Orders[o.Index].Tag).Distinct()], ct);
            intended.UnionWith(part.Where(o => read.GetValueOrDefault(contents.Orders[o.Index].Tag)?.Value.Intent(o.Id)?.Chunk == chunk.Id));
        }

        return intended;
    }

    private async Task TellAsync(IEnumerable<(OpenOrder, OrderStep)> steps, CancellationToken ct)
    {
        var list = steps.ToArray();
        if (list.Length > 0) await journal.AppendAsync(new(list), ct);
    }
}
