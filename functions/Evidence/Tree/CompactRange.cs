namespace Ascs.Evidence.Tree;

/// <summary>
/// The right edge of a growing tree: one hash per complete subtree, largest first (as many as the size has one-bits). All that is needed to append
/// and to compute the root. Not thread-safe: it belongs to whoever appends.
/// </summary>
public sealed class CompactRange
{
    private readonly ITreeHash _hash;
    private readonly List<Hash256> _nodes; // hashes of TreeMath.NodesForRoot(Size), in that order

    /// <summary>An empty tree.</summary>
    /// <param name="hash">The tree's hash; SHA-256 when absent.</param>
    public CompactRange(ITreeHash? hash = null)
        : this(0, [], hash)
    {
    }

    /// <summary>The edge of an existing tree.</summary>
    /// <param name="size">Number of leaves.</param>
    /// <param name="nodes">Hashes of the nodes named by <see cref="TreeMath.NodesForRoot"/>, in that order.</param>
    /// <param name="hash">The tree's hash; SHA-256 when absent.</param>
    /// <exception cref="ArgumentException">Another number of nodes than the size has one-bits.</exception>
    public CompactRange(long size, IEnumerable<Hash256> nodes, ITreeHash? hash = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        (Size, _nodes, _hash) = (size, [.. nodes], hash ?? Sha256TreeHash.Instance);
        if (_nodes.Count != long.PopCount(size))
            throw new ArgumentException($"A tree of {size} leaves has {long.PopCount(size)} complete subtrees, not {_nodes.Count}.", nameof(nodes));
    }

    /// <summary>Number of leaves.</summary>
    public long Size { get; private set; }

    /// <summary>The hashes to store to continue later: those of <see cref="TreeMath.NodesForRoot"/>, in that order.</summary>
    public IReadOnlyList<Hash256> Nodes => _nodes;

    /// <summary>Appends one leaf in O(log n) time, O(1) on average.</summary>
    /// <param name="leafHash">The leaf's <see cref="ITreeHash.Leaf"/>.</param>
    /// <param name="completed">
    /// Called for every subtree that this leaf completes, the leaf itself (level 0) first: exactly the nodes a log has to store. Absent: nobody stores.
    /// </param>
    public void Append(Hash256 leafHash, Action<NodeId, Hash256>? completed = null)
    {
        var (level, index, node) = (0, Size, leafHash);
        completed?.Invoke(new NodeId(level, index), node);
        for (; (index & 1) == 1; index >>= 1) // a left sibling waits at this level: the pair is complete
        {
            node = _hash.Node(_nodes[^1], node);
            _nodes.RemoveAt(_nodes.Count - 1);
            completed?.Invoke(new NodeId(++level, index >> 1), node);
        }

        _nodes.Add(node);
        Size++;
    }

    /// <summary>The root: MTH(D[0:Size]).</summary>
    public Hash256 Root() => Size == 0 ? _hash.Empty : Subtree.Fold([.. _nodes], _hash);
}
