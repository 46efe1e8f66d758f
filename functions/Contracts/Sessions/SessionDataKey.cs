namespace Ascs.Contracts;

/// <summary>A dynamic data key (CHEAA-4.1.3.1 a): 256 bits for sensitive fields, both ways, for an hour at most.</summary>
/// <param name="KeyId"><c>data-</c> and 22 characters.</param>
/// <param name="ExchangeKeyId">To which key of the caller it is wrapped, <c>exchange-v1</c>.</param>
/// <param name="Wrapped">SM2 ciphertext C1 ‖ C3 ‖ C2 of the bound key, base64url.</param>
/// <param name="Until">When it ends, by the clock of the platform called.</param>
/// <param name="Seconds">How long it lives from now.</param>
public sealed record SessionDataKey(
    [Match(Patterns.DataKey, 27, 27)] string KeyId, [Match(Patterns.ExchangeKey, 11, 19)] string ExchangeKeyId, [Bytes(98, 512)] string Wrapped, UnixTime Until,
    [Range(0, 3600)] int Seconds);
