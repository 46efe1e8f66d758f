using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ascs.Contracts;

/// <summary>A JSON object whose members follow from another member, of a bounded size.</summary>
/// <param name="max">Most bytes.</param>
public sealed class DataAttribute(int max) : RuleAttribute
{
    /// <summary>Most bytes.</summary>
    public int Max { get; } = max;

    /// <inheritdoc/>
    public override string? Fault(object value)
    {
        var element = (JsonElement)value;
        if (element.ValueKind != JsonValueKind.Object) return "FORM";
        return JsonMarshal.GetRawUtf8Value(element).Length <= Max ? null : "LENGTH";
    }

    /// <inheritdoc/>
    public override void Describe(JsonObject schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        (schema["type"], schema["x-ascs-maxBytes"]) = ("object", Max);
    }
}
