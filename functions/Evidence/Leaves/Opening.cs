namespace Ascs.Evidence.Leaves;

/// <summary>Opens one field of one leaf: the value and the salt that shows it. Opens no other field.</summary>
/// <param name="Field">Which field.</param>
/// <param name="Value">Its value.</param>
/// <param name="Salt">The field's salt, 32 bytes.</param>
public sealed record Opening(LeafField Field, string Value, ReadOnlyMemory<byte> Salt)
{
    /// <summary>Length of a salt in bytes.</summary>
    public const int SaltLength = 32;

    /// <summary>Whether the leaf committed to this value.</summary>
    /// <param name="leaf">The leaf.</param>
    /// <returns>False for another value, another salt, a field that the leaf doesn't have or that this version doesn't know.</returns>
    public bool Opens(Leaf leaf) =>
        Salt.Length == SaltLength && Field.IsKnown() && leaf.Find(Field) is { } commitment && Commitment.Of(Salt.Span, Field, Value) == commitment;
}
