namespace Ascs.Contracts;

/// <summary>A secret encrypted to a platform's stated key <c>exchange</c>.</summary>
/// <param name="ExchangeKeyId">Version of that key, <c>exchange-v1</c>.</param>
/// <param name="Wrapped">SM2 ciphertext C1 ‖ C3 ‖ C2, base64url.</param>
public sealed record WrappedSecret([Match(Patterns.ExchangeKey, 11, 19)] string ExchangeKeyId, [Bytes(98, 512)] string Wrapped);
