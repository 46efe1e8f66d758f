using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ascs.Contracts.Tests.Rules;

/// <summary>Reads sensitive text that is not sealed.</summary>
internal sealed class OpenText : JsonConverter<SensitiveText>
{
    public override SensitiveText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? new(reader.GetString()!) : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, SensitiveText value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
}
