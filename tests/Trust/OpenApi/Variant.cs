using System.Globalization;
using System.Text.Json.Nodes;

namespace Ascs.Trust.Tests.OpenApi;

/// <summary>One value at one place of a body.</summary>
/// <param name="Pointer">RFC 6901.</param>
/// <param name="Value">The value; null leaves the member out.</param>
/// <param name="Good">Whether the body keeps to the schema with it.</param>
internal sealed record Variant(string Pointer, JsonNode? Value, bool Good)
{
    /// <summary>The body with it.</summary>
    public JsonNode In(JsonNode body)
    {
        var (copy, steps) = (body.DeepClone(), Pointer.Split('/'));
        var place = steps[1..^1].Aggregate(copy, (node, step) => node is JsonArray list ? list[int.Parse(step, CultureInfo.InvariantCulture)]! : node[step]!);
        if (place is JsonArray items) items[int.Parse(steps[^1], CultureInfo.InvariantCulture)] = Value?.DeepClone();
        else if (Value is null) ((JsonObject)place).Remove(steps[^1]);
        else place[steps[^1]] = Value.DeepClone();
        return copy;
    }
}
