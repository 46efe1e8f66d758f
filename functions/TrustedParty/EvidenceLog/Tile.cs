using Ascs.Evidence.Tree;
using Ascs.Storage;
using Hash = Ascs.Evidence.Tree.Hash256;

namespace Ascs.TrustedParty.EvidenceLog;

/// <summary>Which tile: hashes [Index * 256, (Index + 1) * 256) of tree level 8 * Level (C2SP tlog-tiles).</summary>
internal readonly record struct TileKey(int Level, long Index)
{
    /// <summary>Levels of the tree in a tile.</summary>
    public const int Height = 8;

    /// <summary>The tile in whose hashes a node can be computed.</summary>
    public static TileKey Of(NodeId node) => new(node.Level / Height, node.Index >> (Height - (node.Level % Height)));
}

/// <summary>Up to 256 hashes of one tree level, a copy: safe to share.</summary>
/// <param name="Key">Which.</param>
/// <param name="Hashes">From the left; 256 of a complete tile.</param>
/// <param name="Steps">Level 0: where the steps begin whose leaves are in it.</param>
internal sealed record Tile(TileKey Key, Hash[] Hashes, long[] Steps)
{
    /// <summary>Hashes of a complete tile.</summary>
    public const int Width = 1 << TileKey.Height;

    /// <summary>The hash over all of it: one hash of the tile above. Only of a complete tile.</summary>
    public Hash Root() => Fold(0, Width);

    /// <summary>A complete subtree inside this tile.</summary>
    /// <exception cref="LogDamagedException">The tile does not reach that far.</exception>
    public Hash Node(NodeId node)
    {
        var height = node.Level % TileKey.Height;
        var from = (int)((node.Index << height) - (Key.Index << TileKey.Height));
        return from + (1 << height) <= Hashes.Length ? Fold(from, 1 << height) : throw new LogDamagedException("a tile is shorter than the tree.");
    }

    public Write ToWrite()
    {
        var bytes = new byte[Hashes.Length * Hash.Length];
        for (var i = 0; i < Hashes.Length; i++)
            Hashes[i].CopyTo(bytes.AsSpan(i * Hash.Length));
        return LogDocuments.Tile.Create(LogDocuments.TileId(Key), new TileDocument(Convert.ToBase64String(bytes), Key.Level == 0 ? Steps : null));
    }

    /// <exception cref="LogDamagedException">Not a complete tile.</exception>
    public static Tile From(TileKey key, TileDocument document)
    {
        var bytes = new byte[Width * Hash.Length];
        if (!Convert.TryFromBase64String(document.Hashes, bytes, out var written) || written != bytes.Length)
            throw new LogDamagedException("a tile can't be read.");
        var hashes = new Hash[Width];
        for (var i = 0; i < Width; i++)
            hashes[i] = new Hash(bytes.AsSpan(i * Hash.Length, Hash.Length));
        return new Tile(key, hashes, [.. document.Steps ?? []]);
    }

    private Hash Fold(int from, int count) => count == 1
        ? Hashes[from]
        : Sha256TreeHash.Instance.Node(Fold(from, count / 2), Fold(from + (count / 2), count / 2));
}
