using System.Globalization;
using System.Text;
using Ascs.Evidence.Tree;

namespace Ascs.Evidence.Leaves;

/// <summary>
/// What one leaf commits to, in clear: one record per kind. Whoever keeps the facts (encrypted, under the authorisation's key) can open the leaf later.
/// All fields of a kind are always committed to, absent ones as the empty text.
/// </summary>
public abstract record LeafFacts
{
    private protected LeafFacts(LeafKind kind) => Kind = kind;

    /// <summary>The kind of leaf.</summary>
    public LeafKind Kind { get; }

    /// <summary>The fields by ascending number.</summary>
    public abstract IReadOnlyList<FieldValue> Fields { get; }

    /// <summary>Openings for some fields of the leaf that was built from these facts.</summary>
    /// <param name="id">The leaf's id.</param>
    /// <param name="key">The key it was built with.</param>
    /// <param name="fields">Which ones, in the order wanted; all when none is named. Fields that this kind doesn't have are left out.</param>
    public IReadOnlyList<Opening> Open(LeafId id, LeafKey key, params IReadOnlyCollection<LeafField> fields)
    {
        using var salt = key.SaltOf(id);
        return [.. Fields.Where(f => fields.Count == 0 || fields.Contains(f.Field)).Select(f => new Opening(f.Field, f.Text, salt.Of(f.Field)))];
    }

    private protected static FieldValue Text(LeafField field, string? value)
    {
        // A lone surrogate would be replaced when encoded: two values, one commitment.
        if (value is not null && !IsUnicode(value))
            throw new ArgumentException($"The value of {field.Label()} is not valid Unicode.", nameof(value));
        return new FieldValue(field, value ?? "");
    }

    private protected static FieldValue Hash(LeafField field, Hash256? value) => new(field, value?.ToBase64() ?? "");

    private protected static FieldValue Time(LeafField field, DateTimeOffset? value) =>
        new(field, value?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) ?? "");

    private static bool IsUnicode(string value)
    {
        for (var rest = value.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var used) != System.Buffers.OperationStatus.Done)
                return false;
            rest = rest[used..];
        }

        return true;
    }
}
