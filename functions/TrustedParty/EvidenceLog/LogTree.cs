using Ascs.Evidence.Tree;
using Hash = Ascs.Evidence.Tree.Hash256;

namespace Ascs.TrustedParty.EvidenceLog;

/// <summary>
/// The right edge of the log in memory: one incomplete tile a level, and complete tiles not stored yet. The sequencer alone appends; provers look tiles up
/// beside it. Everything below is read and written under <see cref="gate"/>.
/// </summary>
internal sealed class LogTree
{
    private readonly Lock gate = new();
    private readonly CompactRange range;
    private readonly List<List<Hash>> edge = []; // per tile level, fewer than 256 hashes each
    private readonly List<long> steps = []; // starts of the steps with leaves in the level-0 edge tile
    private readonly Dictionary<TileKey, Tile> unsaved = [];
    private readonly long[] filled = new long[7]; // complete tiles a level, which is the index of the edge tile; 2^56 leaves

    /// <summary>An empty log.</summary>
    public LogTree() => range = new CompactRange();

    /// <summary>A log of <paramref name="size"/> leaves, a multiple of 256, all of whose complete tiles are stored.</summary>
    /// <param name="size">Leaves.</param>
    /// <param name="nodes">Hashes of <see cref="TreeMath.NodesForRoot"/>.</param>
    /// <param name="upperEdge">Hashes of the incomplete tile of level 1, 2 …</param>
    public LogTree(long size, IEnumerable<Hash> nodes, IEnumerable<List<Hash>> upperEdge)
    {
        range = new CompactRange(size, nodes);
        edge = [[], .. upperEdge];
        for (var level = 0; level < filled.Length; level++)
            filled[level] = size >> (TileKey.Height * (level + 1));
        Tiled = size;
    }

    /// <summary>Leaves.</summary>
    public long Size
    {
        get
        {
            lock (gate)
                return range.Size;
        }
    }

    /// <summary>Every tile complete at this many leaves is stored.</summary>
    public long Tiled { get; private set; }

    /// <summary>The root now.</summary>
    public Hash Root()
    {
        lock (gate)
            return range.Root();
    }

    /// <summary>Appends the leaves of a step that begins at <paramref name="first"/>; those the tree has already are passed over.</summary>
    /// <exception cref="LogDamagedException">There is a gap before the step.</exception>
    public void Append(long first, IReadOnlyList<byte[]> leaves)
    {
        lock (gate)
        {
            if (first > range.Size)
                throw new LogDamagedException($"leaves {range.Size} to {first - 1} are missing.");
            for (var i = (int)(range.Size - first); i < leaves.Count; i++)
            {
                if (steps.Count == 0 || steps[^1] != first)
                    steps.Add(first);
                range.Append(Sha256TreeHash.Instance.Leaf(leaves[i]), Completed);
            }
        }
    }

    /// <summary>The tile as far as it is filled, when it is still here; null when it is in the store only.</summary>
    public Tile? Find(TileKey key)
    {
        lock (gate)
        {
            if (unsaved.TryGetValue(key, out var tile))
                return tile;
            return key.Level < edge.Count && key.Index == filled[key.Level]
                ? new Tile(key, [.. edge[key.Level]], key.Level == 0 ? [.. steps] : [])
                : null;
        }
    }

    /// <summary>Complete tiles that are not stored yet, and the size they belong to.</summary>
    public (IReadOnlyList<Tile> Tiles, long Size) Unsaved()
    {
        lock (gate)
            return ([.. unsaved.Values], range.Size / Tile.Width * Tile.Width);
    }

    /// <summary>They are stored now.</summary>
    public void Saved(IReadOnlyList<Tile> tiles, long size)
    {
        lock (gate)
        {
            foreach (var tile in tiles)
                unsaved.Remove(tile.Key);
            Tiled = size;
        }
    }

    private void Completed(NodeId node, Hash hash)
    {
        if (node.Level % TileKey.Height != 0)
            return;
        var level = node.Level / TileKey.Height;
        if (level == edge.Count)
            edge.Add([]);
        edge[level].Add(hash);
        if (edge[level].Count < Tile.Width)
            return;
        var key = new TileKey(level, filled[level]++);
        unsaved[key] = new Tile(key, [.. edge[level]], level == 0 ? [.. steps] : []);
        edge[level].Clear();
        if (level == 0)
            steps.Clear(); // a step that goes on enters itself again with its next leaf
    }
}
