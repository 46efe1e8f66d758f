using System.Text.Json;
using System.Text.Json.Serialization;
using Ascs.Contracts;

namespace Ascs.Trust.Sessions;

/// <summary>Sensitive text in clear, to be hashed and thrown away. Reads nothing.</summary>
internal sealed class ClearTextConverter : JsonConverter<SensitiveText>
{
    public override SensitiveText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new JsonException();

    public override void Write(Utf8JsonWriter writer, SensitiveText value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
}
