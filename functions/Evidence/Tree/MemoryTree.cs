namespace Ascs.Evidence.Tree;

/// <summary>
/// A whole tree in memory, 64 bytes a leaf: for tests, tools and logs small enough. Serves roots and proofs at every size up to its own.
/// One thread appends; reading beside it needs the caller's lock.
/// </summary>
public sealed class MemoryTree : INodeReader
{
    private readonly List<List<Hash256>> _levels = [];
    private readonly CompactRange _edge;

    /// <summary>An empty tree.</summary>
    /// <param name="hash">The tree's hash; SHA-256 when absent.</param>
    public MemoryTree(ITreeHash? hash = null) => _edge = new CompactRange(Hash = hash ?? Sha256TreeHash.Instance);

    /// <summary>The tree's hash.</summary>
    public ITreeHash Hash { get; }

    /// <summary>Number of leaves.</summary>
    public long Size => _edge.Size;

    /// <summary>Appends a leaf.</summary>
    /// <param name="leafHash">The leaf's <see cref="ITreeHash.Leaf"/>.</param>
    /// <returns>Its index.</returns>
    public long Append(Hash256 leafHash)
    {
        _edge.Append(leafHash, Store);
        return Size - 1;
    }

    /// <summary>The root now.</summary>
    public Hash256 Root() => _edge.Root();

    /// <summary>The root when the tree had <paramref name="size"/> leaves.</summary>
    /// <param name="size">0 to <see cref="Size"/>.</param>
    public Hash256 RootAt(long size) => Subtree.Root(size, this, Hash);

    /// <summary>Proof that leaf <paramref name="index"/> is in the tree of <paramref name="size"/> leaves.</summary>
    /// <param name="index">The leaf.</param>
    /// <param name="size">Up to <see cref="Size"/>.</param>
    public Hash256[] ProveInclusion(long index, long size) => Inclusion.Prove(index, size, this, Hash);

    /// <summary>Proof that the tree of <paramref name="newSize"/> leaves continues the one of <paramref name="oldSize"/>.</summary>
    /// <param name="oldSize">1 or more.</param>
    /// <param name="newSize">Up to <see cref="Size"/>.</param>
    public Hash256[] ProveConsistency(long oldSize, long newSize) => Consistency.Prove(oldSize, newSize, this, Hash);

    /// <inheritdoc/>
    public Hash256 Read(NodeId node) =>
        node.Level < _levels.Count && node.Index < _levels[node.Level].Count
            ? _levels[node.Level][(int)node.Index]
            : throw new KeyNotFoundException($"The tree has no node ({node.Level}, {node.Index}).");

    private void Store(NodeId node, Hash256 hash)
    {
        if (node.Level == _levels.Count)
            _levels.Add([]);
        _levels[node.Level].Add(hash); // levels fill from left to right, so Index == Count
    }
}
