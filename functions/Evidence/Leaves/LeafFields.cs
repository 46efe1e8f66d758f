using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Ascs.Evidence.Leaves;

/// <summary>The labels of fields: the enum's name with a small first letter, ASCII. They are part of the format.</summary>
public static class LeafFields
{
    // By number; null where a number has no field.
    private static readonly string?[] Labels = [.. Enumerable.Range(0, 1 + (int)Enum.GetValues<LeafField>().Max()).Select(LabelOf)];
    private static readonly byte[][] Encoded = [.. Labels.Select(l => l is null ? [] : Encoding.ASCII.GetBytes(l))];
    private static readonly Dictionary<string, LeafField> ByLabel =
        Enum.GetValues<LeafField>().ToDictionary(f => f.Label(), StringComparer.Ordinal);

    /// <summary>The label, for instance "textHash".</summary>
    /// <param name="field">A known field.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such field.</exception>
    public static string Label(this LeafField field) =>
        field.IsKnown() ? Labels[(int)field]! : throw new ArgumentOutOfRangeException(nameof(field), field, "No such field.");

    /// <summary>Whether the number is one of this version's fields.</summary>
    /// <param name="field">A field, perhaps out of a leaf.</param>
    public static bool IsKnown(this LeafField field) => (int)field >= 0 && (int)field < Labels.Length && Labels[(int)field] is not null;

    /// <summary>The field with this label.</summary>
    /// <param name="label">Exactly as <see cref="Label"/> gives it.</param>
    /// <param name="field">The field when true.</param>
    public static bool TryParse([NotNullWhen(true)] string? label, out LeafField field) => ByLabel.TryGetValue(label ?? "", out field);

    internal static ReadOnlySpan<byte> LabelBytes(LeafField field) => Encoded[(int)field];

    private static string? LabelOf(int number) =>
        Enum.GetName((LeafField)number) is { } name ? char.ToLowerInvariant(name[0]) + name[1..] : null;
}
