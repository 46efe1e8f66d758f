using Ascs.Evidence.Leaves;

namespace Ascs.TrustedParty.Evidence;

/// <summary>A leaf with the facts it commits to, kept encrypted beside the log from before it is appended: so it can always be opened, and a retry appends the same bytes.</summary>
/// <param name="Bytes">The leaf.</param>
/// <param name="Fields">Field number and value, ascending.</param>
internal sealed record KeptLeaf(byte[] Bytes, IReadOnlyList<KeptField> Fields)
{
    /// <summary>Builds a leaf whose id is derived from the key and the name.</summary>
    public static KeptLeaf Build(LeafFacts facts, string name, DateTimeOffset time, LeafKey key)
    {
        var leaf = Ascs.Evidence.Leaves.Leaf.Build(facts, key.DeriveId(name), time, key);
        return new KeptLeaf(leaf.Bytes.ToArray(), [.. facts.Fields.Select(f => new KeptField((int)f.Field, f.Text))]);
    }

    /// <summary>The leaf.</summary>
    /// <exception cref="InvalidDataException">The bytes are none.</exception>
    public Leaf Leaf() => Ascs.Evidence.Leaves.Leaf.TryParse(Bytes, out var leaf) ? leaf : throw new InvalidDataException("A kept leaf can't be read.");

    /// <summary>The facts it was built from.</summary>
    public LeafFacts Facts() => new RecordedFacts(Leaf().Kind, [.. Fields.Select(f => new FieldValue((LeafField)f.Field, f.Text))]);
}

/// <summary>One field of a kept leaf.</summary>
/// <param name="Field">Number as in WIRE.md 3.2.</param>
/// <param name="Text">Value.</param>
internal sealed record KeptField(int Field, string Text);
