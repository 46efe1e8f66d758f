namespace Ascs.Contracts;

/// <summary>One identifier of a person, sealed apart to each operator it may belong to; only that operator opens its seal.</summary>
/// <param name="Type">Kind of identifier.</param>
/// <param name="Home">The operator the identifier itself names (IMSI network code, carrier token, the person's choice), asked first; null when nothing tells.</param>
/// <param name="Seals">Operator → SM2 ciphertext (C1C3C2) of <see cref="SealedIdContent"/> with its signature, base64url. 1 to 8.</param>
public sealed record SealedIdentifier(IdentifierType Type, OperatorId? Home, [Items(1, 8), Bytes(98, 3072)] IReadOnlyDictionary<OperatorId, string> Seals);
