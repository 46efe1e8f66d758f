using System.Security.Cryptography;
using System.Text;
using Ascs.Evidence.Tree;

namespace Ascs.Evidence.Tests.Tree;

/// <summary>Grows a tree leaf by leaf and attacks every proof at every size.</summary>
public class GrowingTreeTests
{
    private const int Sizes = 110;
    private readonly MemoryTree _tree = new();
    private readonly List<byte[]> _leaves = [];

    public GrowingTreeTests()
    {
        for (var i = 0; i < Sizes; i++)
        {
            _leaves.Add(Encoding.ASCII.GetBytes($"leaf {i}"));
            _tree.Append(Sha256TreeHash.Instance.Leaf(_leaves[i]));
        }
    }

    [Fact]
    public void every_root_is_the_recursive_definition_of_the_RFC()
    {
        for (var size = 0; size <= Sizes; size++)
            Assert.Equal(new Hash256(Mth([.. _leaves.Take(size)])), _tree.RootAt(size));
    }

    [Fact]
    public void every_inclusion_proof_at_every_size_checks_and_no_flipped_bit_survives()
    {
        for (var size = 1; size <= Sizes; size++)
        {
            var root = _tree.RootAt(size);
            for (var index = 0; index < size; index++)
            {
                var (leaf, proof) = (_tree.Read(new NodeId(0, index)), _tree.ProveInclusion(index, size));

                Assert.True(Inclusion.Check(proof, index, leaf, size, root));
                Assert.False(Inclusion.Check(proof, index, Flip(leaf, index), size, root));
                Assert.False(Inclusion.Check(proof, index, leaf, size, Flip(root, index)));
                Assert.False(Inclusion.Check([.. proof, root], index, leaf, size, root));
                Assert.False(Inclusion.Check(proof, index + 1, leaf, size, root));
                Assert.False(Inclusion.Check(proof, index - 1, leaf, size, root));
                AssertEveryBrokenProofFails(proof, p => Inclusion.Check(p, index, leaf, size, root));
            }
        }
    }

    [Fact]
    public void every_consistency_proof_at_every_size_checks_and_no_flipped_bit_survives()
    {
        for (var size = 1; size <= Sizes; size++)
        {
            var root = _tree.RootAt(size);
            for (var old = 1; old <= size; old++)
            {
                var (oldRoot, proof) = (_tree.RootAt(old), _tree.ProveConsistency(old, size));

                Assert.True(Consistency.Check(proof, old, oldRoot, size, root));
                Assert.False(Consistency.Check(proof, old, Flip(oldRoot, old), size, root));
                Assert.False(Consistency.Check(proof, old, oldRoot, size, Flip(root, old)));
                Assert.False(Consistency.Check([.. proof, root], old, oldRoot, size, root));
                AssertEveryBrokenProofFails(proof, p => Consistency.Check(p, old, oldRoot, size, root));
            }
        }
    }

    [Fact]
    public void a_log_that_rewrote_a_leaf_can_not_prove_that_it_only_grew()
    {
        var fork = new MemoryTree();
        for (var i = 0; i < Sizes; i++)
            fork.Append(Sha256TreeHash.Instance.Leaf(i == 3 ? "another"u8 : _leaves[i]));

        for (var old = 4; old < Sizes; old++)
            Assert.False(Consistency.Check(fork.ProveConsistency(old, Sizes), old, _tree.RootAt(old), Sizes, fork.Root()));
    }

    [Fact]
    public void sizes_and_indexes_outside_the_tree_prove_nothing()
    {
        var (root, leaf) = (_tree.RootAt(8), _tree.Read(new NodeId(0, 0)));

        Assert.False(Inclusion.Check([], 0, leaf, 0, root));
        Assert.False(Inclusion.Check([], -1, leaf, 8, root));
        Assert.False(Inclusion.Check([], 8, leaf, 8, root));
        Assert.False(Consistency.Check([], 0, Sha256TreeHash.Instance.Empty, 8, root));
        Assert.False(Consistency.Check([], 9, root, 8, root));
        Assert.Throws<ArgumentOutOfRangeException>(() => _tree.ProveInclusion(8, 8));
        Assert.Throws<ArgumentOutOfRangeException>(() => _tree.ProveConsistency(0, 8));
        Assert.Throws<KeyNotFoundException>(() => _tree.ProveInclusion(0, Sizes * 2));
    }

    private static void AssertEveryBrokenProofFails(Hash256[] proof, Func<Hash256[], bool> check)
    {
        for (var i = 0; i < proof.Length; i++)
        {
            var broken = proof.ToArray();
            broken[i] = Flip(proof[i], i);
            Assert.False(check(broken));
            Assert.False(check([.. proof[..i], .. proof[(i + 1)..]]));
        }
    }

    private static Hash256 Flip(Hash256 hash, int bit)
    {
        var bytes = hash.ToArray();
        bytes[bit % Hash256.Length] ^= (byte)(1 << (bit % 8));
        return new Hash256(bytes);
    }

    /// <summary>RFC 9162 2.1.1, word for word; shares nothing with the code under test.</summary>
    private static byte[] Mth(byte[][] d)
    {
        if (d.Length == 0)
            return SHA256.HashData([]);
        if (d.Length == 1)
            return SHA256.HashData([0x00, .. d[0]]);
        var k = 1;
        while (k * 2 < d.Length)
            k *= 2;
        return SHA256.HashData([0x01, .. Mth(d[..k]), .. Mth(d[k..])]);
    }
}
