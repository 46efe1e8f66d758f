using System.Text.Json.Serialization;
using Ascs.Contracts;
using Ascs.Storage;

namespace Ascs.Trust.Keys;

/// <summary>A key taken from a platform, in container <c>work</c>, partition <c>public-keys</c>, id <c>&lt;PlatID&gt;_&lt;key id&gt;</c>. Created once; stated anew at most.</summary>
internal sealed record PublicKeyDocument(long PlatId, string Statement, string Certificate, string Signature)
{
    public const string Partition = "public-keys";

    public static readonly DocumentSchema<PublicKeyDocument> Schema = new("public key", 1, PublicKeyDocumentJson.Default.PublicKeyDocument);

    public SignedKeyStatement Signed => new(Statement, Certificate, Signature);

    public static string IdOf(PlatId platform, string keyId) => $"{platform}_{keyId}";

    public static PublicKeyDocument Of(PlatId platform, SignedKeyStatement signed) => new(platform.Value, signed.Statement, signed.Certificate!, signed.Signature!);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(PublicKeyDocument))]
internal sealed partial class PublicKeyDocumentJson : JsonSerializerContext;
