namespace Ascs.Contracts;

/// <summary>Consent given: store it and issue an AID.</summary>
/// <param name="V">1.</param>
/// <param name="EnterpriseId">The caller's enterprise.</param>
/// <param name="ServiceId">The service.</param>
/// <param name="ConsentNonce">The showing; also finds the person's click at the trusted party.</param>
/// <param name="TextHash">SM3 of the exact text shown.</param>
/// <param name="Agreement">Envelope to the trusted party's intake key over <see cref="Ascs.Contracts.Agreement"/>, base64url.</param>
/// <param name="Identifiers">1 to 4 identifiers of one person.</param>
public sealed record AuthoriseRequest(
    [Version(1)] int V, EnterpriseId EnterpriseId, ServiceId ServiceId, ConsentNonce ConsentNonce, Digest TextHash, [Bytes(145, 32 * 1024)] string Agreement,
    [Items(1, 4)] IReadOnlyList<SealedIdentifier> Identifiers);
