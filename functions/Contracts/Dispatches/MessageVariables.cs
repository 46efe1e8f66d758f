namespace Ascs.Contracts;

/// <summary>A person's variables, in clear only at the enterprise and the operator.</summary>
/// <param name="Salt">16 random bytes, base64url: the trusted party's commitment to the ciphertext can't be tried out against short codes.</param>
/// <param name="Values">Variable → text.</param>
public sealed record MessageVariables(
    [Bytes(16)] string Salt, [Items(0, 20), Names(Patterns.Variable), Text(200)] IReadOnlyDictionary<string, string> Values);
