using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ascs.Hosts.Local.Setup;

/// <summary>An IP address as text, in its one canonical spelling: the framework also reads `1` as 0.0.0.1.</summary>
internal sealed class IPAddressJson : JsonConverter<IPAddress>
{
    public override IPAddress Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && IPAddress.TryParse(reader.GetString(), out var address) && address.ToString() == reader.GetString()
            ? address : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, IPAddress value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
