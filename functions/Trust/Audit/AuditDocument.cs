using System.Globalization;
using System.Text.Json.Serialization;
using Ascs.Storage;

namespace Ascs.Trust.Audit;

/// <summary>A batch in container <c>audit</c>, partition <c>trail</c>, id <c>b</c> and twelve digits: created once.</summary>
/// <param name="Text">The batch's canonical text.</param>
/// <param name="Seal">The platform's signature over its digest, see <see cref="AuditSeal"/>.</param>
internal sealed record AuditDocument(string Text, string Seal)
{
    public const string Partition = "trail";

    /// <summary>What the author signs for: an audit batch is never taken for an act, nor an act for a batch.</summary>
    public const string Operation = "audit/batch";

    public static readonly DocumentSchema<AuditDocument> Schema = new("audit batch", 1, AuditJson.Default.AuditDocument);

    public static string IdOf(long number) => string.Create(CultureInfo.InvariantCulture, $"b{number:D12}");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(AuditDocument))]
[JsonSerializable(typeof(SignedAuditHead))]
internal sealed partial class AuditJson : JsonSerializerContext;
