namespace Ascs.Contracts;

/// <summary>An hour's SM4 key of an enterprise, wrapped by SM2 to each operator it works with; the trusted party can't open it.</summary>
/// <param name="KeyId">16 random bytes, base64url.</param>
/// <param name="Wraps">Operator → SM2 ciphertext of <see cref="ContentKeyWrap.Content"/>, base64url. 1 to 8.</param>
public sealed record WrappedContentKey([Bytes(16)] string KeyId, [Items(1, 8), Bytes(113, 512)] IReadOnlyDictionary<OperatorId, string> Wraps);
