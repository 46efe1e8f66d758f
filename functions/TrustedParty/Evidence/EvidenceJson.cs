using System.Text.Json.Serialization;

namespace Ascs.TrustedParty.Evidence;

/// <summary>Generated serialisation of what is kept to open leaves later.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(SealedDocument))]
[JsonSerializable(typeof(KeptLeaf))]
internal sealed partial class EvidenceJson : JsonSerializerContext;
