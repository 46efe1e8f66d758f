using System.Diagnostics.CodeAnalysis;

namespace Ascs.TrustedParty.EvidenceLog;

/// <summary>Keeps the values used last, up to a total weight. Thread-safe.</summary>
internal sealed class BoundedCache<TKey, TValue>(long capacity)
    where TKey : notnull
{
    private readonly Lock gate = new();
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value, long Weight)>> byKey = []; // under gate, the same nodes as order
    private readonly LinkedList<(TKey Key, TValue Value, long Weight)> order = new(); // under gate, used last first
    private long weight; // under gate, at most capacity

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (gate)
        {
            value = default;
            if (!byKey.TryGetValue(key, out var node))
                return false;
            order.Remove(node);
            order.AddFirst(node);
            value = node.Value.Value;
            return true;
        }
    }

    public void Put(TKey key, TValue value, long itsWeight = 1)
    {
        lock (gate)
        {
            RemoveLocked(key);
            byKey[key] = order.AddFirst((key, value, itsWeight));
            weight += itsWeight;
            while (weight > capacity && order.Last is { } oldest)
                RemoveLocked(oldest.Value.Key);
        }
    }

    public void Remove(TKey key)
    {
        lock (gate)
            RemoveLocked(key);
    }

    private void RemoveLocked(TKey key)
    {
        if (!byKey.Remove(key, out var node))
            return;
        order.Remove(node);
        weight -= node.Value.Weight;
    }
}
