using System.Text.Json.Serialization;
using Ascs.Contracts;
using Ascs.Storage;

namespace Ascs.TrustedParty.AnonymousIds;

/// <summary>Where AIDs are and how they are written.</summary>
internal static class AidDocuments
{
    public const string Pointer = "aid";

    public static DocumentSchema<AidRecord> Record { get; } = new("AID", 1, AidJson.Default.AidRecord);

    public static DocumentSchema<OwnedAid> PointerSchema { get; } = new("AID of an authorisation", 1, AidJson.Default.OwnedAid);

    // Foreign is not found, as unknown is: there is no record to look at, so nothing to tell them apart by (CHEAA-4.1.4).
    public static DocumentKey Key(OwnedAid aid) => new(aid.Aid.ToString(), Id(aid.EnterpriseId));

    public static string Id(EnterpriseId enterprise) => enterprise.ToString();

    public static DocumentKey Key(AuthorisationId authorisation) => new(authorisation.ToString(), Pointer);
}

/// <summary>Generated serialisation of the AID table.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(AidRecord))]
[JsonSerializable(typeof(OwnedAid))]
internal sealed partial class AidJson : JsonSerializerContext;
