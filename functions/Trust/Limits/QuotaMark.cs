using System.Text.Json.Serialization;

namespace Ascs.Trust.Limits;

/// <summary>What all instances have taken out of a day's quota.</summary>
internal sealed record QuotaMark(long Taken);

/// <summary>Generated serialisation.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(QuotaMark))]
internal sealed partial class QuotaJson : JsonSerializerContext;
