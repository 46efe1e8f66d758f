using System.Text.Json.Serialization;
using Ascs.Contracts;
using Ascs.Storage;

namespace Ascs.Trust.Succession;

/// <summary>
/// Certificates that followed the one pinned at pairing, in container <c>work</c>, partition <c>certificates</c>, id the PlatID; oldest first. It counts only while
/// the list of peers pins its root: pairing anew begins anew.
/// </summary>
internal sealed record SuccessorDocument(string Root, IReadOnlyList<string> Thumbprints)
{
    public const string Partition = "certificates";

    public static readonly DocumentSchema<SuccessorDocument> Schema = new("certificate successors", 1, SuccessorDocumentJson.Default.SuccessorDocument);

    public static DocumentKey KeyOf(PlatId platform) => new(Partition, platform.ToString());
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(SuccessorDocument))]
internal sealed partial class SuccessorDocumentJson : JsonSerializerContext;
