using System.Text.Json.Serialization;
using Ascs.Contracts;
using Ascs.Storage;

namespace Ascs.TrustedParty.Revocations;

/// <summary>A withdrawal that is not finished: container Work, partition `revocations-` and the home operator, id = the authorisation. Gone when the operator has blocked.</summary>
/// <param name="EnterpriseId">Whose AID.</param>
/// <param name="Aid">The AID.</param>
/// <param name="By">Who asked first.</param>
/// <param name="Author">That party's `ascs-author` field, if it was a signed call.</param>
/// <param name="At">When.</param>
internal sealed record RevocationOrder(EnterpriseId EnterpriseId, Aid Aid, RevokedBy By, string? Author, UnixTime At)
{
    public static DocumentSchema<RevocationOrder> Schema { get; } = new("revocation", 1, RevocationJson.Default.RevocationOrder);

    public static string Partition(OperatorId operatorId) => $"revocations-{operatorId}";
}

/// <summary>Generated serialisation.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(RevocationOrder))]
internal sealed partial class RevocationJson : JsonSerializerContext;
