namespace Ascs.Evidence.Tree;

/// <summary>Hashes of subtrees out of stored complete ones.</summary>
public static class Subtree
{
    /// <summary>The root of a tree: MTH(D[0:size]).</summary>
    /// <param name="size">Number of leaves.</param>
    /// <param name="nodes">Gives the nodes of <see cref="TreeMath.NodesForRoot"/>.</param>
    /// <param name="hash">The tree's hash; SHA-256 when absent.</param>
    public static Hash256 Root(long size, INodeReader nodes, ITreeHash? hash = null) =>
        size == 0 ? (hash ?? Sha256TreeHash.Instance).Empty : Hash(new LeafRange(0, size), nodes, hash ?? Sha256TreeHash.Instance);

    internal static Hash256 Hash(LeafRange range, INodeReader nodes, ITreeHash hash) =>
        Fold([.. TreeMath.CompleteNodes(range).Select(nodes.Read)], hash);

    internal static Hash256[] HashAll(List<LeafRange> ranges, INodeReader nodes, ITreeHash hash)
    {
        var hashes = new Hash256[ranges.Count];
        for (var i = 0; i < hashes.Length; i++)
            hashes[i] = Hash(ranges[i], nodes, hash);
        return hashes;
    }

    /// <summary>Folds complete subtrees from the right: the last is the deepest (RFC 9162 2.1.1).</summary>
    internal static Hash256 Fold(ReadOnlySpan<Hash256> complete, ITreeHash hash)
    {
        var folded = complete[^1];
        for (var i = complete.Length - 2; i >= 0; i--)
            folded = hash.Node(complete[i], folded);
        return folded;
    }
}
