using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ascs.Contracts;

/// <summary>A JSON number within range, or a <see cref="JsonException"/>.</summary>
public sealed class UnixTimeConverter : JsonConverter<UnixTime>
{
    /// <inheritdoc/>
    public override UnixTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number) && UnixTime.TryFrom(number, out var value)
            ? value
            : throw new JsonException();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, UnixTime value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteNumberValue(value.Milliseconds);
    }
}
