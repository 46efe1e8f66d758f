using System.Numerics;

namespace Ascs.Evidence.Tree;

/// <summary>
/// Which subtrees a root or a proof is made of. Arithmetic only, no hashing: everything that proves (and everything that fetches for a proof) goes
/// through these functions, everything that checks does without them.
/// </summary>
public static class TreeMath
{
    /// <summary>
    /// k of RFC 9162 2.1.1: the largest power of two smaller than <paramref name="count"/>. The left subtree of that many leaves is complete.
    /// </summary>
    /// <param name="count">At least 2.</param>
    public static long Split(long count) => 1L << BitOperations.Log2((ulong)(count - 1));

    /// <summary>
    /// The complete subtrees that cover <paramref name="range"/>, from left to right, largest first; the hash of the range is
    /// Node(n0, Node(n1, ... Node(nk-1, nk))).
    /// </summary>
    /// <param name="range">A range that occurs in a tree: its start is a multiple of the smallest power of two not smaller than its length.</param>
    public static IEnumerable<NodeId> CompleteNodes(LeafRange range)
    {
        var from = range.From;
        while (from < range.To)
        {
            var level = BitOperations.Log2((ulong)(range.To - from)); // the largest complete subtree that fits
            if ((from & ((1L << level) - 1)) != 0)
                throw new ArgumentException($"[{range.From}, {range.To}) is no subtree of any log.", nameof(range));
            yield return new NodeId(level, from >> level);
            from += 1L << level;
        }
    }

    /// <summary>The nodes of <see cref="CompactRange"/> for a tree of this size: those that hash up to its root.</summary>
    /// <param name="size">Number of leaves, 0 or more.</param>
    public static IReadOnlyList<NodeId> NodesForRoot(long size) => [.. CompleteNodes(new LeafRange(0, size))];

    /// <summary>The nodes that <see cref="Inclusion.Prove"/> will read.</summary>
    /// <param name="index">The leaf, below <paramref name="size"/>.</param>
    /// <param name="size">Size of the tree.</param>
    public static IReadOnlyList<NodeId> NodesForInclusion(long index, long size) => NodesOf(InclusionRanges(index, size));

    /// <summary>The nodes that <see cref="Consistency.Prove"/> will read.</summary>
    /// <param name="oldSize">Size of the older tree, 1 or more.</param>
    /// <param name="newSize">Size of the newer tree, not smaller.</param>
    public static IReadOnlyList<NodeId> NodesForConsistency(long oldSize, long newSize) => NodesOf(ConsistencyRanges(oldSize, newSize));

    /// <summary>The subtrees whose hashes are the inclusion proof, in proof order (RFC 9162 2.1.3.1: PATH(m, D_n)).</summary>
    internal static List<LeafRange> InclusionRanges(long index, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var path = new List<LeafRange>();
        for (var (from, to) = (0L, size); to - from > 1;)
        {
            var middle = from + Split(to - from);
            var left = index < middle;
            path.Add(left ? new LeafRange(middle, to) : new LeafRange(from, middle)); // the side not taken
            (from, to) = left ? (from, middle) : (middle, to);
        }

        path.Reverse(); // RFC 9162 2.1.3.1: PATH(...) : MTH(...), the sibling next to the leaf comes first
        return path;
    }

    /// <summary>The subtrees whose hashes are the consistency proof, in proof order (RFC 9162 2.1.4.1: PROOF(m, D_n)).</summary>
    internal static List<LeafRange> ConsistencyRanges(long oldSize, long newSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(oldSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(oldSize, newSize);
        var path = new List<LeafRange>();
        var (from, to) = (0L, newSize);
        while (oldSize != to)
        {
            var middle = from + Split(to - from);
            var left = oldSize <= middle;
            path.Add(left ? new LeafRange(middle, to) : new LeafRange(from, middle));
            (from, to) = left ? (from, middle) : (middle, to);
        }

        if (from != 0)
            path.Add(new LeafRange(from, to)); // SUBPROOF(m, D_m, false) = {MTH(D_m)}; with b = true the verifier knows it
        path.Reverse();
        return path;
    }

    private static List<NodeId> NodesOf(List<LeafRange> ranges) => [.. ranges.SelectMany(CompleteNodes)];
}
