using System.Text.Json;
using System.Text.Json.Serialization;
using Ascs.Contracts;

namespace Ascs.Trust.Sessions;

/// <summary>Sensitive text as a sealed one.</summary>
internal sealed class SensitiveTextConverter(Func<string, SealedText> seal, Func<SealedText, string?> open) : JsonConverter<SensitiveText>
{
    /// <exception cref="SealedTextException">It does not open under a key that lives.</exception>
    public override SensitiveText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String || !SealedText.TryParse(reader.GetString(), out var text)) throw new JsonException();
        return new SensitiveText(open(text) ?? throw new SealedTextException());
    }

    public override void Write(Utf8JsonWriter writer, SensitiveText value, JsonSerializerOptions options) => writer.WriteStringValue(seal(value.Text).ToString());
}
