namespace Ascs.Evidence.Leaves;

/// <summary>A field with its value, as text.</summary>
/// <param name="Field">Which one.</param>
/// <param name="Text">The value; empty when there is none.</param>
public readonly record struct FieldValue(LeafField Field, string Text);
