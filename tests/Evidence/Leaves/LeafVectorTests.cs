using System.Text.Json.Nodes;
using Ascs.Evidence.Leaves;
using Ascs.Evidence.Tree;

namespace Ascs.Evidence.Tests.Leaves;

/// <summary>The committed bytes of every kind of leaf: who changes them breaks every log there is.</summary>
public class LeafVectorTests
{
    [Fact]
    public void leaves_are_the_committed_bytes()
    {
        var file = Vectors.Read("leaves-v1.json");
        using var key = new LeafKey(file["authorisationKey"]!.Hex());

        foreach (var (vector, facts) in file["leaves"]!.AsArray().Zip(SampleFacts.All(new Hash256(file["earlierLeafHash"]!.Hex()))))
        {
            var leaf = Leaf.Build(facts, new LeafId(vector!["id"]!.Hex()), DateTimeOffset.FromUnixTimeMilliseconds(vector["time"]!.GetValue<long>()), key);

            Assert.Equal(vector["kind"]!.GetValue<int>(), (int)leaf.Kind);
            Assert.Equal(Values(vector["fields"]!), facts.Fields);
            Assert.Equal(vector["leaf"]!.GetValue<string>(), Convert.ToHexStringLower(leaf.Bytes.Span));
            Assert.Equal(vector["leafHash"]!.GetValue<string>(), leaf.Hash.ToString());
            foreach (var opening in facts.Open(leaf.Id, key))
                Assert.Equal(vector["fields"]![opening.Field.Label()]!["salt"]!.GetValue<string>(), Convert.ToHexStringLower(opening.Salt.Span));
        }
    }

    [Fact]
    public void there_is_a_vector_for_every_kind() =>
        Assert.Equal(Enum.GetValues<LeafKind>().Select(k => (int)k), Vectors.Read("leaves-v1.json")["leaves"]!.AsArray().Select(l => l!["kind"]!.GetValue<int>()));

    private static IEnumerable<FieldValue> Values(JsonNode fields) =>
        fields.AsObject().Select(f => LeafFields.TryParse(f.Key, out var field) ? new FieldValue(field, f.Value!["value"]!.GetValue<string>()) : default);
}
