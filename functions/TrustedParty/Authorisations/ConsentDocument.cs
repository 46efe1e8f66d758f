using System.Text.Json.Serialization;
using Ascs.Contracts;

namespace Ascs.TrustedParty.Authorisations;

/// <summary>Everything of one consent, encrypted under its authorisation's key: id `consent`. Its creation decides the authorisation; whatever follows is made from it.</summary>
/// <param name="AuthorisationId">The authorisation.</param>
/// <param name="EnterpriseId">Whose.</param>
/// <param name="ServiceId">For which service.</param>
/// <param name="PolicyVersion">Version of the policy.</param>
/// <param name="Policy">The policy as JSON, exactly as hashed in the leaf.</param>
/// <param name="ConsentNonce">The showing.</param>
/// <param name="Choices">What was chosen.</param>
/// <param name="Text">The exact words.</param>
/// <param name="SubmittedAt">When the enterprise says it was submitted.</param>
/// <param name="OperatorId">Home operator.</param>
/// <param name="Tag">The subscriber's tag.</param>
/// <param name="SealedId">SM3 of the sealed id recognised.</param>
/// <param name="SealedIds">SM3 of all of them, in the request's order.</param>
/// <param name="ConsentedAt">When the trusted party received the call.</param>
/// <param name="ExpiresAt">End of the term, exclusive.</param>
/// <param name="Assurance">At the grant.</param>
/// <param name="Aid">The AID minted.</param>
/// <param name="Author">The enterprise's `ascs-author` field.</param>
/// <param name="ContentDigest">What it is over.</param>
internal sealed record ConsentDocument(
    AuthorisationId AuthorisationId, EnterpriseId EnterpriseId, ServiceId ServiceId, int PolicyVersion, string Policy, ConsentNonce ConsentNonce,
    ConsentChoices Choices, string Text, UnixTime SubmittedAt, OperatorId OperatorId, SubscriberTag Tag, Digest SealedId, IReadOnlyList<Digest> SealedIds,
    UnixTime ConsentedAt, UnixTime ExpiresAt, Assurance Assurance, Aid Aid, string Author, string ContentDigest)
{
    public const string Id = "consent";
}

/// <summary>Generated serialisation.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ConsentDocument))]
internal sealed partial class ConsentJson : JsonSerializerContext;
