namespace Ascs.Evidence.Tree;

/// <summary>Proofs that a leaf is in a tree (RFC 9162 2.1.3, RFC 6962 2.1.1): prove and check side by side.</summary>
public static class Inclusion
{
    /// <summary>PATH(index, D[size]): the hashes that turn the leaf's hash into the root, the leaf's sibling first.</summary>
    /// <param name="index">The leaf, from 0.</param>
    /// <param name="size">Size of the tree, greater than <paramref name="index"/>.</param>
    /// <param name="nodes">Gives the nodes of <see cref="TreeMath.NodesForInclusion"/>.</param>
    /// <param name="hash">The tree's hash; SHA-256 when absent.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such leaf in a tree of that size.</exception>
    public static Hash256[] Prove(long index, long size, INodeReader nodes, ITreeHash? hash = null) =>
        Subtree.HashAll(TreeMath.InclusionRanges(index, size), nodes, hash ?? Sha256TreeHash.Instance);

    /// <summary>Whether the proof shows that the tree with this size and root has this leaf at this index.</summary>
    /// <param name="proof">What <see cref="Prove"/> gave.</param>
    /// <param name="index">The leaf, from 0.</param>
    /// <param name="leafHash">Its <see cref="ITreeHash.Leaf"/>.</param>
    /// <param name="size">Size of the tree.</param>
    /// <param name="root">Root of the tree.</param>
    /// <param name="hash">The tree's hash; SHA-256 when absent.</param>
    /// <returns>False for every false proof, without saying why; also when the index is outside the tree.</returns>
    public static bool Check(ReadOnlySpan<Hash256> proof, long index, Hash256 leafHash, long size, Hash256 root, ITreeHash? hash = null) =>
        index >= 0 && index < size && Run(proof, index, leafHash, size, hash ?? Sha256TreeHash.Instance) == root;

    /// <summary>The root implied by the proof; none when its length does not fit. RFC 9162 2.1.3.2.</summary>
    private static Hash256? Run(ReadOnlySpan<Hash256> proof, long index, Hash256 leafHash, long size, ITreeHash hash)
    {
        var (fn, sn, r) = (index, size - 1, leafHash); // step 2, step 3
        foreach (var p in proof) // step 4
        {
            if (sn == 0)
                return null; // 4.a: a hash too many
            if ((fn & 1) == 1 || fn == sn)
            {
                r = hash.Node(p, r); // 4.b.i
                while ((fn & 1) == 0 && fn != 0) // 4.b.ii: no right sibling on these levels
                    (fn, sn) = (fn >> 1, sn >> 1);
            }
            else
            {
                r = hash.Node(r, p);
            }

            (fn, sn) = (fn >> 1, sn >> 1); // 4.c
        }

        return sn == 0 ? r : null; // step 5
    }
}
