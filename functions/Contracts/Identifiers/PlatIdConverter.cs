using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ascs.Contracts;

/// <summary>A JSON number within range, or a <see cref="JsonException"/>.</summary>
public sealed class PlatIdConverter : JsonConverter<PlatId>
{
    /// <inheritdoc/>
    public override PlatId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number) && PlatId.TryFrom(number, out var value)
            ? value
            : throw new JsonException();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PlatId value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteNumberValue(value.Value);
    }
}
