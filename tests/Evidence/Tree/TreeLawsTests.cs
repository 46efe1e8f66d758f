using Ascs.Evidence.Tree;
using CsCheck;

namespace Ascs.Evidence.Tests.Tree;

/// <summary>Laws that hold for every tree, tried on random ones.</summary>
public class TreeLawsTests
{
    private static readonly Gen<byte[][]> Leaves = Gen.Byte.Array[0, 12].Array[1, 300];

    [Fact]
    public void prove_inclusion_satisfies_check_inclusion() =>
        Gen.Select(Leaves, Gen.Long, Gen.Long).Sample((leaves, a, b) =>
        {
            var tree = Grow(leaves);
            var size = 1 + Mod(a, leaves.Length);
            var index = Mod(b, size);
            return Inclusion.Check(tree.ProveInclusion(index, size), index, tree.Hash.Leaf(leaves[index]), size, tree.RootAt(size));
        });

    [Fact]
    public void prove_consistency_satisfies_check_consistency() =>
        Gen.Select(Leaves, Gen.Long, Gen.Long).Sample((leaves, a, b) =>
        {
            var tree = Grow(leaves);
            var size = 1 + Mod(a, leaves.Length);
            var old = 1 + Mod(b, size);
            return Consistency.Check(tree.ProveConsistency(old, size), old, tree.RootAt(old), size, tree.RootAt(size));
        });

    [Fact]
    public void a_compact_range_restored_at_any_point_goes_on_like_the_tree_itself() =>
        Gen.Select(Leaves, Gen.Long).Sample((leaves, a) =>
        {
            var tree = Grow(leaves);
            var cut = Mod(a, leaves.Length + 1);
            var edge = new CompactRange(cut, TreeMath.NodesForRoot(cut).Select(tree.Read));
            foreach (var leaf in leaves.Skip((int)cut))
                edge.Append(tree.Hash.Leaf(leaf), (node, hash) => Assert.Equal(tree.Read(node), hash));
            return edge.Root() == tree.Root() && edge.Size == leaves.Length;
        });

    [Fact]
    public void a_proof_needs_exactly_the_nodes_that_were_announced() =>
        Gen.Select(Leaves, Gen.Long, Gen.Long).Sample((leaves, a, b) =>
        {
            var tree = Grow(leaves);
            var (index, old) = (Mod(a, leaves.Length), 1 + Mod(b, leaves.Length));
            var inclusion = Fetch(tree, TreeMath.NodesForInclusion(index, leaves.Length));
            var consistency = Fetch(tree, TreeMath.NodesForConsistency(old, leaves.Length));
            return Inclusion.Prove(index, leaves.Length, inclusion).AsSpan().SequenceEqual(tree.ProveInclusion(index, leaves.Length))
                && Consistency.Prove(old, leaves.Length, consistency).AsSpan().SequenceEqual(tree.ProveConsistency(old, leaves.Length));
        });

    [Fact]
    public void a_compact_range_with_the_wrong_number_of_nodes_is_refused() =>
        Assert.Throws<ArgumentException>(() => new CompactRange(3, [default]));

    private static MemoryTree Grow(byte[][] leaves)
    {
        var tree = new MemoryTree();
        foreach (var leaf in leaves)
            tree.Append(tree.Hash.Leaf(leaf));
        return tree;
    }

    private static FetchedNodes Fetch(MemoryTree tree, IReadOnlyList<NodeId> needed)
    {
        var fetched = new FetchedNodes();
        foreach (var node in needed)
            fetched.Add(node, tree.Read(node));
        return fetched;
    }

    private static long Mod(long value, long by) => (long)((ulong)value % (ulong)by);
}
