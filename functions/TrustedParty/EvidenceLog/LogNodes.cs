using Ascs.Evidence.Tree;
using Ascs.Storage;
using Hash = Ascs.Evidence.Tree.Hash256;

namespace Ascs.TrustedParty.EvidenceLog;

/// <summary>Hashes of the tree, from the edge in memory, a bounded cache of complete tiles, or the store.</summary>
internal sealed class LogNodes(IDocumentStore store, LogTree tree)
{
    private const int CachedTiles = 1024; // 8 KiB each
    private readonly BoundedCache<TileKey, Tile> cache = new(CachedTiles);

    /// <summary>The nodes asked for.</summary>
    /// <exception cref="LogDamagedException">A tile is missing or too short.</exception>
    public async Task<FetchedNodes> FetchAsync(IEnumerable<NodeId> nodes, CancellationToken ct)
    {
        var wanted = nodes.Distinct().ToList();
        var tiles = await TilesAsync([.. wanted.Select(TileKey.Of).Distinct()], ct);
        var fetched = new FetchedNodes();
        foreach (var node in wanted)
            fetched.Add(node, tiles[TileKey.Of(node)].Node(node));
        return fetched;
    }

    /// <summary>The root when the log had this many leaves.</summary>
    public async Task<Hash> RootAtAsync(long size, CancellationToken ct) =>
        Subtree.Root(size, await FetchAsync(TreeMath.NodesForRoot(size), ct));

    /// <summary>Whole tiles, complete or at the edge.</summary>
    public async Task<IReadOnlyDictionary<TileKey, Tile>> TilesAsync(IReadOnlyCollection<TileKey> keys, CancellationToken ct)
    {
        var found = new Dictionary<TileKey, Tile>(keys.Count);
        foreach (var key in keys)
        {
            // The edge first: the sequencer takes a tile out of it only after the tile is in the store.
            if (tree.Find(key) is { } tile || cache.TryGet(key, out tile))
                found[key] = tile;
        }

        foreach (var chunk in keys.Where(key => !found.ContainsKey(key)).Chunk(StoreLimits.MaxKeysPerRead))
        {
            foreach (var tile in await LoadAsync(store, chunk, ct))
            {
                cache.Put(tile.Key, tile);
                found[tile.Key] = tile;
            }
        }

        return found;
    }

    /// <summary>Complete tiles from the store.</summary>
    /// <exception cref="LogDamagedException">One is missing.</exception>
    public static async Task<IReadOnlyList<Tile>> LoadAsync(IDocumentStore store, IReadOnlyCollection<TileKey> keys, CancellationToken ct)
    {
        var ids = keys.ToDictionary(key => LogDocuments.TileId(key), StringComparer.Ordinal);
        DocumentKey[] wanted = [.. ids.Keys.Select(id => new DocumentKey(LogDocuments.Tiles, id))];
        var read = await store.ReadManyAsync(Containers.Evidence, wanted, LogDocuments.Tile, ct);
        return read.Count == keys.Count
            ? [.. read.Select(stored => Tile.From(ids[stored.Key.Id], stored.Value))]
            : throw new LogDamagedException("a tile is missing.");
    }
}
