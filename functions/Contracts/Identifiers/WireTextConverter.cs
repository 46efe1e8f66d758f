using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ascs.Contracts;

/// <summary>Reads and writes an <see cref="IWireText{TSelf}"/> as a JSON string (also as a member name); other text is a <see cref="JsonException"/>.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public sealed class WireTextConverter<T> : JsonConverter<T>
    where T : struct, IWireText<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? Parse(reader.GetString()) : throw new JsonException();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString());
    }

    /// <inheritdoc/>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString());

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(value.ToString() ?? string.Empty);
    }

    private static T Parse(string? text) => T.TryParse(text, out var value) ? value : throw new JsonException();
}
