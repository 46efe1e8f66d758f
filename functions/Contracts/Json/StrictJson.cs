using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Ascs.Contracts;

/// <summary>Reading what another party wrote, outside the gate.</summary>
public static class StrictJson
{
    /// <summary>The value; null unless it is exactly one of the type and keeps to the rules on its members (CHEAA-4.1.3.3). Its text is never told.</summary>
    public static T? Read<T>(ReadOnlySpan<byte> json)
        where T : class
    {
        try
        {
            var value = JsonSerializer.Deserialize(json, (JsonTypeInfo<T>)WireOptions.Strict.GetTypeInfo(typeof(T)));
            return value is not null && WireRules.Check(value) is null ? value : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
