using System.Text.Json.Nodes;
using Ascs.Evidence.Tree;

namespace Ascs.Evidence.Tests.Tree;

/// <summary>Our tree against values that others published.</summary>
public class PublishedTreeTests
{
    private static readonly JsonNode Published = Vectors.Read("rfc6962-tree.json");
    private readonly MemoryTree _tree = new();

    public PublishedTreeTests()
    {
        foreach (var leaf in Published["leaves"]!.AsArray())
            _tree.Append(_tree.Hash.Leaf(leaf!.Hex()));
    }

    [Fact]
    public void every_published_root_comes_out()
    {
        var roots = Digests(Published["roots"]!);

        Assert.Equal(roots, Enumerable.Range(0, 9).Select(size => _tree.RootAt(size)));
        Assert.Equal(roots[8], _tree.Root());
    }

    [Fact]
    public void every_published_inclusion_proof_is_proved_and_checks()
    {
        foreach (var vector in Published["inclusion"]!.AsArray())
        {
            var (index, size, proof) = (vector!["index"]!.GetValue<int>(), vector["size"]!.GetValue<int>(), Digests(vector["proof"]!));

            Assert.Equal(proof, _tree.ProveInclusion(index, size));
            Assert.True(Inclusion.Check(proof, index, _tree.Read(new NodeId(0, index)), size, _tree.RootAt(size)));
        }
    }

    [Fact]
    public void every_published_consistency_proof_is_proved_and_checks()
    {
        foreach (var vector in Published["consistency"]!.AsArray())
        {
            var (old, size, proof) = (vector!["old"]!.GetValue<int>(), vector["new"]!.GetValue<int>(), Digests(vector["proof"]!));

            Assert.Equal(proof, _tree.ProveConsistency(old, size));
            Assert.True(Consistency.Check(proof, old, _tree.RootAt(old), size, _tree.RootAt(size)));
        }
    }

    private static Hash256[] Digests(JsonNode list) => [.. list.AsArray().Select(h => new Hash256(h!.Hex()))];
}
