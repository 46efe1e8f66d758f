using System.Security.Cryptography;
using System.Text;
using Ascs.Gm;

namespace Ascs.Trust.Idempotency;

/// <summary>Seals under one SM4 key: nonce || SM4-GCM(content), the place as associated data.</summary>
public sealed class Sm4AnswerSeal : IAnswerSeal
{
    private readonly byte[] key;

    /// <summary>With a key of its own.</summary>
    /// <param name="key">16 bytes; copied.</param>
    public Sm4AnswerSeal(ReadOnlySpan<byte> key)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, Sm4Gcm.KeyLength);
        this.key = key.ToArray();
    }

    /// <inheritdoc/>
    public byte[] Seal(ReadOnlySpan<byte> content, string place) => Seal(key, content, place);

    /// <inheritdoc/>
    public byte[]? Open(ReadOnlySpan<byte> content, string place) => Open(key, content, place);

    internal static byte[] Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> content, string place)
    {
        // Random nonces: 2^32 answers under one key are far away (NIST SP 800-38D 8.3).
        var nonce = RandomNumberGenerator.GetBytes(Sm4Gcm.NonceLength);
        return [.. nonce, .. Sm4Gcm.Encrypt(key, nonce, content, Encoding.UTF8.GetBytes(place))];
    }

    internal static byte[]? Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> content, string place) =>
        content.Length >= Sm4Gcm.NonceLength
        && Sm4Gcm.TryDecrypt(key, content[..Sm4Gcm.NonceLength], content[Sm4Gcm.NonceLength..], Encoding.UTF8.GetBytes(place), out var opened) ? opened : null;
}
