using System.Collections;
using System.Text.Json.Nodes;

namespace Ascs.Contracts;

/// <summary>How many items a list has, or members a map.</summary>
/// <param name="min">Fewest.</param>
/// <param name="max">Most.</param>
public sealed class ItemsAttribute(int min, int max) : RuleAttribute
{
    /// <summary>Fewest.</summary>
    public int Min { get; } = min;

    /// <summary>Most.</summary>
    public int Max { get; } = max;

    /// <inheritdoc/>
    public override string? Fault(object value) => ((ICollection)value).Count is var count && count >= Min && count <= Max ? null : "ITEMS";

    /// <inheritdoc/>
    public override void Describe(JsonObject schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var things = schema["type"]?.GetValue<string>() == "array" ? "Items" : "Properties";
        (schema["min" + things], schema["max" + things]) = (Min, Max);
    }
}
