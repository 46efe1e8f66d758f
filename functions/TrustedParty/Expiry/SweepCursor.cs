using System.Text.Json.Serialization;
using Ascs.Storage;

namespace Ascs.TrustedParty.Expiry;

/// <summary>How far the sweep is: container Heads, partition `expiry`, id `cursor`.</summary>
/// <param name="Day">First UTC day that may hold AIDs not swept.</param>
internal sealed record SweepCursor(DateOnly Day)
{
    public static DocumentKey Key { get; } = new("expiry", "cursor");

    public static DocumentSchema<SweepCursor> Schema { get; } = new("expiry cursor", 1, ExpiryJson.Default.SweepCursor);
}

/// <summary>Generated serialisation.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(SweepCursor))]
internal sealed partial class ExpiryJson : JsonSerializerContext;
