using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Ascs.Contracts;

namespace Ascs.Trust.OpenApi;

/// <summary>Schemas of the values that have a converter of their own.</summary>
internal static class WireSchemas
{
    // 9999-12-31T23:59:59.999Z.
    private const long LastInstant = 253_402_300_799_999;

    /// <summary>The schema, or null for a type that the exporter knows itself.</summary>
    public static JsonObject? Of(Type type)
    {
        if (type == typeof(PlatId)) return Range(PlatId.Min, PlatId.Limit - 1);
        if (type == typeof(UnixTime)) return Range(0, LastInstant);
        if (type == typeof(SensitiveText)) return new JsonObject { ["type"] = "string", ["pattern"] = SealedText.Pattern, ["x-ascs-sensitive"] = true };
        return Pattern(type) is { } pattern ? new JsonObject { ["type"] = "string", ["pattern"] = pattern } : null;
    }

    /// <summary>Absent is how null travels, so no schema names null, and what may be null may be absent. Names of a map's members follow their type.</summary>
    public static void Tidy(JsonObject schema, JsonTypeInfo type)
    {
        if (schema["type"] is JsonArray several) schema["type"] = several.First(name => name!.GetValue<string>() != "null")!.DeepClone();
        schema.Remove("default"); // null
        if (schema["required"] is JsonArray)
            schema["required"] = new JsonArray([.. type.Properties.Where(member => member.IsRequired).Select(member => (JsonNode)member.Name)]);
        Complete(schema, type);
        if (schema["enum"] is JsonArray names && names.Contains(null)) names.Remove(null);
        if (type.Kind == JsonTypeInfoKind.Dictionary && type.KeyType is { } key && Pattern(key) is { } pattern)
            schema["propertyNames"] = new JsonObject { ["pattern"] = pattern };
    }

    // The exporter leaves out the values it knows nothing about: those with a converter of their own.
    private static void Complete(JsonObject schema, JsonTypeInfo type)
    {
        if (type.Kind == JsonTypeInfoKind.Enumerable && Of(type.ElementType!) is { } item) schema["items"] = item;
        if (type.Kind == JsonTypeInfoKind.Dictionary && Of(type.ElementType!) is { } value) schema["additionalProperties"] = value;
        foreach (var member in type.Properties)
            if (Of(Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType) is { } own) schema["properties"]![member.Name] = own;
    }

    private static string? Pattern(Type type) =>
        type.GetInterfaces().Any(inner => inner.IsGenericType && inner.GetGenericTypeDefinition() == typeof(IWireText<>))
            ? (string)type.GetProperty(nameof(IWireText<>.Pattern))!.GetValue(null)! : null;

    private static JsonObject Range(long minimum, long maximum) => new() { ["type"] = "integer", ["minimum"] = minimum, ["maximum"] = maximum };
}
