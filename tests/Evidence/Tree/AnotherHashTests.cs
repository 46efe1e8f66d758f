using Ascs.Evidence.Tree;
using Ascs.Gm;

namespace Ascs.Evidence.Tests.Tree;

/// <summary>The tree asks nothing of its hash but the three functions: here SM3.</summary>
public class AnotherHashTests
{
    [Fact]
    public void a_tree_under_SM3_proves_and_checks_and_is_no_tree_under_SHA_256()
    {
        var hash = new Sm3TreeHash();
        var tree = new MemoryTree(hash);
        for (byte i = 0; i < 21; i++)
            tree.Append(hash.Leaf([i]));

        for (byte i = 0; i < 21; i++)
        {
            var proof = tree.ProveInclusion(i, 21);
            Assert.True(Inclusion.Check(proof, i, hash.Leaf([i]), 21, tree.Root(), hash));
            Assert.False(Inclusion.Check(proof, i, hash.Leaf([i]), 21, tree.Root()));
            Assert.True(Consistency.Check(tree.ProveConsistency(i + 1, 21), i + 1, tree.RootAt(i + 1), 21, tree.Root(), hash));
        }
    }

    private sealed class Sm3TreeHash : ITreeHash
    {
        public Hash256 Empty => new(Sm3.Hash([]));

        public Hash256 Leaf(ReadOnlySpan<byte> data) => new(Sm3.Hash([0, .. data]));

        public Hash256 Node(in Hash256 left, in Hash256 right) => new(Sm3.Hash([1, .. left.ToArray(), .. right.ToArray()]));
    }
}
