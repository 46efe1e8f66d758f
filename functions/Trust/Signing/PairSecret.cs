using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Ascs.Trust.Signing;

/// <summary>A secret that two platforms share for signing messages: the pair secret before login, a session key after.
/// An attacker who has it can forge this pair's transport until it is replaced, and no author signature.</summary>
public sealed partial class PairSecret : IDisposable
{
    /// <summary>Bytes of a secret.</summary>
    public const int Length = 32;

    // Owned by this instance from construction to Dispose; never handed out.
    private readonly byte[] _secret;

    /// <param name="keyId"><c>pair-v1</c>, <c>pair-v2</c>, … before login, <c>session-…</c> after.</param>
    /// <param name="secret">32 bytes; copied.</param>
    /// <exception cref="ArgumentException">Not such a key id, or not 32 bytes.</exception>
    public PairSecret(string keyId, ReadOnlySpan<byte> secret)
    {
        if (!IsKeyId(keyId)) throw new ArgumentException("A key id is pair-v<number> or session-<1 to 64 characters>.", nameof(keyId));
        if (secret.Length != Length) throw new ArgumentException("A pair secret has 32 bytes.", nameof(secret));
        (KeyId, _secret) = (keyId, secret.ToArray());
    }

    /// <summary>Name of the secret on the wire, the <c>keyid</c> parameter.</summary>
    public string KeyId { get; }

    /// <summary>Whether this key id names a session key, so that the call must carry <c>Authorization</c>.</summary>
    public static bool IsSession(string keyId) => keyId.StartsWith("session-", StringComparison.Ordinal);

    /// <summary>Whether the text is a key id that may stand in a signature.</summary>
    public static bool IsKeyId(string? text) => text is not null && KeyIdPattern().IsMatch(text);

    /// <summary>RFC 9421 3.3.3: HMAC-SHA256 over the signature base.</summary>
    internal byte[] Sign(ReadOnlySpan<byte> signatureBase) => HMACSHA256.HashData(_secret, signatureBase);

    /// <summary>Compares in constant time.</summary>
    internal bool Verify(ReadOnlySpan<byte> signatureBase, ReadOnlySpan<byte> signature) =>
        CryptographicOperations.FixedTimeEquals(Sign(signatureBase), signature);

    /// <summary>Zeroes the secret.</summary>
    public void Dispose() => CryptographicOperations.ZeroMemory(_secret);

    /// <summary>The key id only.</summary>
    public override string ToString() => KeyId;

    [GeneratedRegex(@"\A(pair-v[1-9][0-9]{0,8}|session-[0-9A-Za-z_-]{1,64})\z")]
    private static partial Regex KeyIdPattern();
}
