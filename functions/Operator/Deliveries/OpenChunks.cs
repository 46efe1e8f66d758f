using System.Collections.Concurrent;
using Ascs.Contracts;

namespace Ascs.Operator.Deliveries;

/// <summary>All open chunks, and every open order by its id: how a receipt finds its order.</summary>
internal sealed class OpenChunks
{
    private readonly ConcurrentDictionary<string, OpenChunk> _chunks = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<OrderId, OpenOrder> _orders = new();

    public int Count => _chunks.Count;

    public IEnumerable<OpenChunk> All => _chunks.Select(c => c.Value);

    /// <summary>Takes a chunk in; false when it is there already.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="repeated">Orders that another open chunk holds: it reports them, this one never touches them.</param>
    public bool TryAdd(OpenChunk chunk, out IReadOnlyList<OpenOrder> repeated)
    {
        repeated = [];
        if (!_chunks.TryAdd(chunk.Id, chunk)) return false;
        repeated = [.. chunk.Orders.Where(o => o.State != OrderState.Repeated && _orders.GetOrAdd(o.Id, o) != o)];
        return true;
    }

    public OpenOrder? Find(OrderId order) => _orders.GetValueOrDefault(order);

    public void Remove(OpenChunk chunk)
    {
        _chunks.TryRemove(chunk.Id, out _);
        foreach (var order in chunk.Orders) _orders.TryRemove(new(order.Id, order));
    }
}
