namespace Ascs.Contracts;

/// <summary>Are these sealed ids of one of your subscribers?</summary>
/// <param name="V">1.</param>
/// <param name="AuthorisationId">The authorisation they are for: a nonce is bound to it, so a retry finds the same answer.</param>
/// <param name="EnterpriseId">The enterprise that seals.</param>
/// <param name="ConsentNonce">The showing.</param>
/// <param name="TextHash">SM3 of the exact consent text.</param>
/// <param name="ExpiresAt">End of the authorisation's term.</param>
/// <param name="SealedIds">1 to 4, each base64url SM2 ciphertext to this operator. Orders will name them by the SM3 of the first one's bytes.</param>
public sealed record RecogniseRequest(
    [Version(1)] int V, AuthorisationId AuthorisationId, EnterpriseId EnterpriseId, ConsentNonce ConsentNonce, Digest TextHash, UnixTime ExpiresAt,
    [Items(1, 4), Bytes(98, 3072)] IReadOnlyList<string> SealedIds);
