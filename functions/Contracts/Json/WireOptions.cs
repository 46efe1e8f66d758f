using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Ascs.Contracts;

/// <summary>How JSON is read and written between the parties.</summary>
public static class WireOptions
{
    /// <summary>Deepest nesting of a request.</summary>
    public const int MaxDepth = 12;

    /// <summary>Requests: unknown and duplicate members, missing required ones, comments and trailing commas are refused (CHEAA-4.1.3.3).</summary>
    public static JsonSerializerOptions Strict { get; } = StrictWith();

    /// <summary>Answers and events: members that a later version adds are passed over.</summary>
    public static JsonSerializerOptions Tolerant { get; } = TolerantWith();

    /// <summary><see cref="Strict"/>, sensitive text under keys that this converter has. Making them costs about a millisecond: once a session, not once a call.</summary>
    public static JsonSerializerOptions StrictWith(JsonConverter<SensitiveText>? sensitive = null) => Make(JsonUnmappedMemberHandling.Disallow, duplicates: false, sensitive);

    /// <summary><see cref="Tolerant"/> likewise.</summary>
    public static JsonSerializerOptions TolerantWith(JsonConverter<SensitiveText>? sensitive = null) => Make(JsonUnmappedMemberHandling.Skip, duplicates: true, sensitive);

    private static JsonSerializerOptions Make(JsonUnmappedMemberHandling unmapped, bool duplicates, JsonConverter<SensitiveText>? sensitive)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Strict)
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            UnmappedMemberHandling = unmapped,
            AllowDuplicateProperties = duplicates,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            MaxDepth = MaxDepth,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // never inside HTML; Chinese stays readable
            TypeInfoResolver = WireJson.Default.WithAddedModifier(MakeNullableOptional),
        };
        if (sensitive is not null) options.Converters.Add(sensitive);
        options.MakeReadOnly();
        return options;
    }

    // Null is written by leaving the member out, so a member that may be null may be absent.
    private static void MakeNullableOptional(JsonTypeInfo type)
    {
        foreach (var member in type.Properties)
            member.IsRequired &= !(member.IsSetNullable || Nullable.GetUnderlyingType(member.PropertyType) is not null);
    }
}
