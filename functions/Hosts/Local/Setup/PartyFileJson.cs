using System.Text.Json.Serialization;

namespace Ascs.Hosts.Local.Setup;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true,
    Converters = [typeof(IPAddressJson)])]
[JsonSerializable(typeof(PartyFile))]
internal sealed partial class PartyFileJson : JsonSerializerContext;
