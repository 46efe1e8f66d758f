using System.Text.Json.Serialization;
using Ascs.Storage;

namespace Ascs.TrustedParty.EvidenceLog;

/// <summary>A wrapped key: container Keys of the key store, partition = authorisation, id = `key`.</summary>
/// <param name="Wrapped">What <see cref="IAuthorisationKeyWrap"/> made of it.</param>
internal sealed record AuthorisationKeyDocument(string Wrapped)
{
    public const string Id = "key";

    public static DocumentSchema<AuthorisationKeyDocument> Schema { get; } =
        new("authorisation key", 1, AuthorisationKeyJson.Default.AuthorisationKeyDocument);
}

/// <summary>Generated serialisation.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(AuthorisationKeyDocument))]
internal sealed partial class AuthorisationKeyJson : JsonSerializerContext;
