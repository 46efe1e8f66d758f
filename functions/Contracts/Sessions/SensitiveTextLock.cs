using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ascs.Contracts;

/// <summary>How sensitive text is written when no session is at hand: not at all.</summary>
public sealed class SensitiveTextLock : JsonConverter<SensitiveText>
{
    /// <inheritdoc/>
    public override SensitiveText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw Refusal();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, SensitiveText value, JsonSerializerOptions options) => throw Refusal();

    private static InvalidOperationException Refusal() => new("Sensitive text is written and read under a data key only.");
}
