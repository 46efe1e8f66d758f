namespace Ascs.Evidence.Leaves;

/// <summary>
/// The facts of a leaf as they were kept: kind and field values. Opens the leaf it was built from just as the original record does, also one that an
/// older version built.
/// </summary>
public sealed record RecordedFacts : LeafFacts
{
    /// <summary>Facts from what <see cref="LeafFacts.Kind"/> and <see cref="LeafFacts.Fields"/> gave.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="fields">The fields by ascending number.</param>
    /// <exception cref="ArgumentException">Fields out of order, twice, unknown, or a value that isn't valid Unicode.</exception>
    public RecordedFacts(LeafKind kind, IReadOnlyList<FieldValue> fields)
        : base(kind)
    {
        Fields = [.. fields.Select(f => Text(f.Field, f.Text))];
        if (!fields.Zip(fields.Skip(1)).All(pair => pair.First.Field < pair.Second.Field) || !fields.All(f => f.Field.IsKnown()))
            throw new ArgumentException("Fields are known ones, by ascending number, each once.", nameof(fields));
    }

    /// <inheritdoc/>
    public override IReadOnlyList<FieldValue> Fields { get; }
}
