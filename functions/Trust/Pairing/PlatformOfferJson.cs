using System.Text.Json.Serialization;

namespace Ascs.Trust.Pairing;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(PlatformOffer))]
internal sealed partial class PlatformOfferJson : JsonSerializerContext;
