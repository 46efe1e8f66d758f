using System.Threading.Channels;

namespace Ascs.Operator.Deliveries;

/// <summary>Chunks whose orders wait to be handed over.</summary>
internal sealed class DeliveryQueue
{
    private const int OrdersAtOnce = 500;

    private readonly Channel<OpenChunk> _waiting = Channel.CreateUnbounded<OpenChunk>();

    public void Add(OpenChunk chunk) => _waiting.Writer.TryWrite(chunk);

    /// <summary>Waits for a chunk, then takes along what waits with it: many small calls go as one.</summary>
    public async Task<IReadOnlyList<OpenChunk>> TakeAsync(CancellationToken ct)
    {
        var taken = new List<OpenChunk> { await _waiting.Reader.ReadAsync(ct) };
        for (var orders = taken[0].Orders.Length; taken.Count < JournalEntry.MaxChunks && _waiting.Reader.TryPeek(out var next) && orders + next.Orders.Length <= OrdersAtOnce;)
        {
            if (!_waiting.Reader.TryRead(out var chunk)) break;
            taken.Add(chunk); // another worker may have taken the one peeked at: then this one may be larger, which a batch of 1000 still holds
            orders += chunk.Orders.Length;
        }

        return taken;
    }
}
