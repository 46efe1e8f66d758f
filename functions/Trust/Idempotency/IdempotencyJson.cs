using System.Text.Json.Serialization;
using Ascs.Storage;

namespace Ascs.Trust.Idempotency;

/// <summary>How records lie in the store.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(IdempotencyRecord))]
internal sealed partial class IdempotencyJson : JsonSerializerContext
{
    public static DocumentSchema<IdempotencyRecord> Schema { get; } = new("idempotency record", 1, new IdempotencyJson().IdempotencyRecord);
}
