using System.Diagnostics.CodeAnalysis;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;

namespace Ascs.Gm;

/// <summary>Authenticated encryption: the SM4 block cipher (GM/T 0002, GB/T 32907) in Galois/Counter Mode (NIST SP 800-38D, RFC 8998), 128-bit tag.</summary>
/// <remarks>Thread-safe. One nonce may serve one message per key: a second one gives away both messages' difference and the key that makes tags.</remarks>
public static class Sm4Gcm
{
    /// <summary>Length of a key in bytes.</summary>
    public const int KeyLength = 16;

    /// <summary>Length of a nonce in bytes.</summary>
    public const int NonceLength = 12;

    /// <summary>Length of a tag in bytes.</summary>
    public const int TagLength = 16;

    /// <summary>Encrypts and authenticates.</summary>
    /// <param name="key">16 bytes.</param>
    /// <param name="nonce">12 bytes, never used before under this key.</param>
    /// <param name="plaintext">Any length, empty too.</param>
    /// <param name="associatedData">Authenticated, not encrypted, not in the result.</param>
    /// <returns>ciphertext || tag, 16 bytes longer than the plaintext.</returns>
    /// <exception cref="ArgumentException">A key or nonce of another length.</exception>
    public static byte[] Encrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> associatedData)
    {
        var cipher = Start(true, key, nonce, associatedData);
        var sealedBytes = new byte[plaintext.Length + TagLength];
        var written = cipher.ProcessBytes(plaintext, sealedBytes);
        cipher.DoFinal(sealedBytes.AsSpan(written));
        return sealedBytes;
    }

    /// <summary>Decrypts, when nothing was changed.</summary>
    /// <param name="key">16 bytes.</param>
    /// <param name="nonce">12 bytes.</param>
    /// <param name="sealedBytes">ciphertext || tag.</param>
    /// <param name="associatedData">The same bytes as when encrypting.</param>
    /// <param name="plaintext">The message, when true.</param>
    /// <returns>False for a wrong key, nonce, associated data or tag, and for fewer than 16 bytes.</returns>
    /// <exception cref="ArgumentException">A key or nonce of another length.</exception>
    public static bool TryDecrypt(
        ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> associatedData,
        [NotNullWhen(true)] out byte[]? plaintext)
    {
        plaintext = null;
        var cipher = Start(false, key, nonce, associatedData);
        if (sealedBytes.Length < TagLength) return false;
        var opened = new byte[sealedBytes.Length - TagLength];
        try
        {
            var written = cipher.ProcessBytes(sealedBytes, opened);
            cipher.DoFinal(opened.AsSpan(written));
        }
        catch (InvalidCipherTextException)
        {
            Array.Clear(opened); // SP 800-38D 7.2: nothing unauthenticated leaves
            return false;
        }
        plaintext = opened;
        return true;
    }

    private static GcmBlockCipher Start(bool encrypt, ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> associatedData)
    {
        Lengths.Require(key.Length, KeyLength, nameof(key));
        Lengths.Require(nonce.Length, NonceLength, nameof(nonce));
        // Tag length 128 is what ParametersWithIV stands for.
        var cipher = new GcmBlockCipher(new SM4Engine());
        cipher.Init(encrypt, new ParametersWithIV(new KeyParameter(key), nonce));
        cipher.ProcessAadBytes(associatedData);
        return cipher;
    }
}
