namespace Ascs.Contracts;

/// <summary>What a seal holds. It binds the identifier to one enterprise, one consent and one text, so that nobody who holds the operator's public key can try identifiers out.</summary>
/// <param name="V">1.</param>
/// <param name="EnterpriseId">The only enterprise it may be presented for.</param>
/// <param name="ConsentNonce">Used once.</param>
/// <param name="TextHash">SM3 of the exact consent text.</param>
/// <param name="SealedAt">When the enterprise sealed it.</param>
/// <param name="IdType">Kind of identifier.</param>
/// <param name="Id">The identifier in clear.</param>
public sealed record SealedIdContent(
    [Version(1)] int V, EnterpriseId EnterpriseId, ConsentNonce ConsentNonce, Digest TextHash, UnixTime SealedAt, IdentifierType IdType,
    [Match(Patterns.Identifier, 1, 128)] string Id);
