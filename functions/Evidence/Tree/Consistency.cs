namespace Ascs.Evidence.Tree;

/// <summary>Proofs that a tree only grew (RFC 9162 2.1.4, RFC 6962 2.1.2): prove and check side by side.</summary>
public static class Consistency
{
    /// <summary>PROOF(oldSize, D[newSize]): the hashes that give both roots. Empty when the sizes are equal.</summary>
    /// <param name="oldSize">Size of the older tree, 1 or more.</param>
    /// <param name="newSize">Size of the newer tree, not smaller.</param>
    /// <param name="nodes">Gives the nodes of <see cref="TreeMath.NodesForConsistency"/>.</param>
    /// <param name="hash">The tree's hash; SHA-256 when absent.</param>
    /// <exception cref="ArgumentOutOfRangeException">Sizes out of order, or the old tree is empty (nothing to prove).</exception>
    public static Hash256[] Prove(long oldSize, long newSize, INodeReader nodes, ITreeHash? hash = null) =>
        Subtree.HashAll(TreeMath.ConsistencyRanges(oldSize, newSize), nodes, hash ?? Sha256TreeHash.Instance);

    /// <summary>Whether the proof shows that the newer tree starts with all leaves of the older one, in the same order.</summary>
    /// <param name="proof">What <see cref="Prove"/> gave.</param>
    /// <param name="oldSize">Size of the older tree.</param>
    /// <param name="oldRoot">Its root.</param>
    /// <param name="newSize">Size of the newer tree.</param>
    /// <param name="newRoot">Its root.</param>
    /// <param name="hash">The tree's hash; SHA-256 when absent.</param>
    /// <returns>False for every false proof, and for an empty old tree, about which nothing can be proven.</returns>
    public static bool Check(ReadOnlySpan<Hash256> proof, long oldSize, Hash256 oldRoot, long newSize, Hash256 newRoot, ITreeHash? hash = null)
    {
        if (oldSize < 1 || oldSize > newSize)
            return false;
        return Run(proof, 0, newSize, oldSize, oldRoot, hash ?? Sha256TreeHash.Instance) is { } roots && roots.Old == oldRoot && roots.New == newRoot;
    }

    /// <summary>
    /// The hashes of the subtree [from, to) as it was in the old tree and as it is in the new one, implied by the proof; none when its length
    /// does not fit. The mirror image of SUBPROOF in RFC 9162 2.1.4.1.
    /// </summary>
    private static (Hash256 Old, Hash256 New)? Run(ReadOnlySpan<Hash256> proof, long from, long to, long oldSize, Hash256 oldRoot, ITreeHash hash)
    {
        if (oldSize == to && from == 0)
            return proof.IsEmpty ? (oldRoot, oldRoot) : null; // SUBPROOF(m, D_m, true) = {}
        if (oldSize == to)
            return proof.Length == 1 ? (proof[0], proof[0]) : null; // SUBPROOF(m, D_m, false) = {MTH(D_m)}
        if (proof.IsEmpty)
            return null;

        var middle = from + TreeMath.Split(to - from);
        var sibling = proof[^1];
        if (oldSize <= middle) // m <= k: the right side exists only in the new tree
            return Run(proof[..^1], from, middle, oldSize, oldRoot, hash) is { } l ? (l.Old, hash.Node(l.New, sibling)) : null;

        // m > k: the left side is the same in both
        return Run(proof[..^1], middle, to, oldSize, oldRoot, hash) is { } r ? (hash.Node(sibling, r.Old), hash.Node(sibling, r.New)) : null;
    }
}
