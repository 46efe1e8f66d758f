using Ascs.Storage;

namespace Ascs.TrustedParty.EvidenceLog;

/// <summary>Leaves by index: those of the newest steps from memory, older ones through the step list of their tile.</summary>
internal sealed class LogEntries(IDocumentStore store, LogNodes nodes)
{
    private const long CachedBytes = 16 * 1024 * 1024;
    private readonly BoundedCache<long, IReadOnlyList<byte[]>> recent = new(CachedBytes);

    /// <summary>Keeps a step at hand: its receipts are asked for now.</summary>
    public void Remember(long first, IReadOnlyList<byte[]> leaves) => recent.Put(first, leaves, LeafPack.SizeOf(leaves));

    /// <summary>The leaves asked for; every index is below the size of the log.</summary>
    /// <exception cref="LogDamagedException">An entries document is missing.</exception>
    public async Task<IReadOnlyDictionary<long, byte[]>> ReadAsync(IReadOnlyCollection<long> indexes, CancellationToken ct)
    {
        var tiles = await nodes.TilesAsync([.. indexes.Select(TileOf).Distinct()], ct);
        var leaves = new Dictionary<long, byte[]>(indexes.Count);
        foreach (var step in indexes.GroupBy(index => StartOf(tiles[TileOf(index)], index)))
        {
            var all = await StepAsync(step.Key, ct);
            foreach (var index in step)
                leaves[index] = index - step.Key < all.Count ? all[(int)(index - step.Key)] : throw Missing(index);
        }

        return leaves;
    }

    /// <summary>The steps from the one that begins at <paramref name="first"/> to the end, in order.</summary>
    public async IAsyncEnumerable<(long First, IReadOnlyList<byte[]> Leaves)> FromAsync(
        long first, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var range = store.RangeAllAsync(
            Containers.Evidence, LogDocuments.Log, LogDocuments.EntriesId(first), IdRange.EndOf("entries-"), LogDocuments.Entries, ct);
        await foreach (var stored in range)
            yield return (LogDocuments.FirstOf(stored.Key.Id), LeafPack.Unpack(stored.Value));
    }

    private static TileKey TileOf(long index) => new(0, index / Tile.Width);

    private static long StartOf(Tile tile, long index)
    {
        var at = Array.BinarySearch(tile.Steps, index);
        at = at >= 0 ? at : ~at - 1;
        return at >= 0 ? tile.Steps[at] : throw Missing(index);
    }

    /// <summary>The leaves of the step that begins at this index.</summary>
    public async Task<IReadOnlyList<byte[]>> StepAsync(long first, CancellationToken ct)
    {
        if (recent.TryGet(first, out var leaves))
            return leaves;
        var key = new DocumentKey(LogDocuments.Log, LogDocuments.EntriesId(first));
        var stored = await store.ReadAsync(Containers.Evidence, key, LogDocuments.Entries, ct) ?? throw Missing(first);
        leaves = LeafPack.Unpack(stored.Value);
        Remember(first, leaves);
        return leaves;
    }

    private static LogDamagedException Missing(long index) => new($"leaf {index} is missing.");
}
