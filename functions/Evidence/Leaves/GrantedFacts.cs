using Ascs.Evidence.Tree;

namespace Ascs.Evidence.Leaves;

/// <summary>A person's authorisation, as it was checked and recorded (ISC-6.2.1.1).</summary>
/// <param name="Enterprise">Enterprise id.</param>
/// <param name="Service">Service id.</param>
/// <param name="Authorisation">Authorisation id.</param>
/// <param name="TextHash">SM3 of the consent text (UTF-8).</param>
/// <param name="PolicyHash">SM3 of the policy document that is enforced.</param>
/// <param name="SealedIds">SM3 of each sealed id, in the request's order.</param>
/// <param name="ConsentDate">When the trusted party received the consent.</param>
/// <param name="Expiry">End of the term, exclusive.</param>
/// <param name="Assurance">ENTERPRISE_ONLY, BROWSER or SUBSCRIBER_NOTICE.</param>
/// <param name="RequestSignature">SM3 of the enterprise's author signature of the request.</param>
/// <param name="Document">SM3 of the encrypted documents kept beside the log.</param>
public sealed record GrantedFacts(
    string Enterprise,
    string Service,
    string Authorisation,
    Hash256 TextHash,
    Hash256 PolicyHash,
    IReadOnlyList<Hash256> SealedIds,
    DateTimeOffset ConsentDate,
    DateTimeOffset Expiry,
    string Assurance,
    Hash256 RequestSignature,
    Hash256? Document) : LeafFacts(LeafKind.AuthorisationGranted)
{
    /// <inheritdoc/>
    public override IReadOnlyList<FieldValue> Fields =>
    [
        Text(LeafField.Enterprise, Enterprise),
        Text(LeafField.Service, Service),
        Text(LeafField.Authorisation, Authorisation),
        Hash(LeafField.TextHash, TextHash),
        Hash(LeafField.PolicyHash, PolicyHash),
        Text(LeafField.SealedIds, string.Join(',', SealedIds.Select(s => s.ToBase64()))),
        Time(LeafField.ConsentDate, ConsentDate),
        Time(LeafField.Expiry, Expiry),
        Text(LeafField.Assurance, Assurance),
        Hash(LeafField.RequestSignature, RequestSignature),
        Hash(LeafField.Document, Document),
    ];
}
