using System.Text.Json.Serialization;
using Ascs.Contracts;
using Ascs.Storage;

namespace Ascs.TrustedParty.Background;

/// <summary>Who does a piece of background work: container Heads, partition `leases`, id = the work's name. Changed only by compare-and-swap.</summary>
/// <param name="Instance">The instance of the platform.</param>
/// <param name="Until">Until when, unless it renews.</param>
internal sealed record LeaseDocument(string Instance, UnixTime Until)
{
    public const string Partition = "leases";

    public static DocumentSchema<LeaseDocument> Schema { get; } = new("lease", 1, LeaseJson.Default.LeaseDocument);
}

/// <summary>Generated serialisation of leases.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LeaseDocument))]
internal sealed partial class LeaseJson : JsonSerializerContext;
