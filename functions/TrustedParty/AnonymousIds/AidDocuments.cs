using System.Text.Json.Serialization;
using Ascs.Contracts;
using Ascs.Storage;

namespace Ascs.TrustedParty.AnonymousIds;

/// <summary>Leads from an authorisation to its AID: container Heads, partition = the authorisation, id = `aid`.</summary>
/// <param name="Aid">The AID.</param>
internal sealed record AidPointer(Aid Aid);

/// <summary>Where AIDs are and how they are written.</summary>
internal static class AidDocuments
{
    public const string State = "state";

    public const string Pointer = "aid";

    public static DocumentSchema<AidRecord> Record { get; } = new("AID", 1, AidJson.Default.AidRecord);

    public static DocumentSchema<AidPointer> PointerSchema { get; } = new("AID of an authorisation", 1, AidJson.Default.AidPointer);

    public static DocumentKey Key(Aid aid) => new(aid.ToString(), State);

    public static DocumentKey Key(AuthorisationId authorisation) => new(authorisation.ToString(), Pointer);
}

/// <summary>Generated serialisation of the AID table.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(AidRecord))]
[JsonSerializable(typeof(AidPointer))]
internal sealed partial class AidJson : JsonSerializerContext;
