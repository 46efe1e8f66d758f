using System.Security.Cryptography;
using Curve = Org.BouncyCastle.Math.EC.Rfc8032.Ed25519;

namespace Ascs.Gm;

/// <summary>Ed25519 signatures (RFC 8032 5.1, the pure variant) on raw bytes: for the evidence log's checkpoints, which public tools verify.</summary>
/// <remarks>Thread-safe. Signatures are deterministic: the same key and data give the same 64 bytes.</remarks>
public static class Ed25519
{
    /// <summary>Length of a private key (the seed of RFC 8032 5.1.5) in bytes.</summary>
    public const int PrivateKeyLength = 32;

    /// <summary>Length of a public key in bytes.</summary>
    public const int PublicKeyLength = 32;

    /// <summary>Length of a signature in bytes.</summary>
    public const int SignatureLength = 64;

    /// <summary>A new private key from the operating system's generator; the caller wipes it.</summary>
    public static byte[] GeneratePrivateKey() => RandomNumberGenerator.GetBytes(PrivateKeyLength);

    /// <summary>The public key of a private key (RFC 8032 5.1.5).</summary>
    /// <exception cref="ArgumentException"><paramref name="privateKey"/> is not 32 bytes.</exception>
    public static byte[] PublicKey(ReadOnlySpan<byte> privateKey)
    {
        Lengths.Require(privateKey.Length, PrivateKeyLength, nameof(privateKey));
        var publicKey = new byte[PublicKeyLength];
        Curve.GeneratePublicKey(privateKey, publicKey);
        return publicKey;
    }

    /// <summary>The signature of <paramref name="data"/>, 64 bytes (RFC 8032 5.1.6).</summary>
    /// <exception cref="ArgumentException"><paramref name="privateKey"/> is not 32 bytes.</exception>
    public static byte[] Sign(ReadOnlySpan<byte> privateKey, ReadOnlySpan<byte> data)
    {
        Lengths.Require(privateKey.Length, PrivateKeyLength, nameof(privateKey));
        var (key, message, signature) = (privateKey.ToArray(), data.ToArray(), new byte[SignatureLength]);
        Curve.Sign(key, 0, message, 0, message.Length, signature, 0);
        CryptographicOperations.ZeroMemory(key);
        return signature;
    }

    /// <summary>Whether <paramref name="signature"/> is the key owner's over <paramref name="data"/> (RFC 8032 5.1.7).</summary>
    /// <returns>False for a wrong signature, one of another length, or 32 bytes that are no public key.</returns>
    /// <exception cref="ArgumentException"><paramref name="publicKey"/> is not 32 bytes.</exception>
    public static bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        Lengths.Require(publicKey.Length, PublicKeyLength, nameof(publicKey));
        if (signature.Length != SignatureLength) return false;
        var message = data.ToArray();
        return Curve.Verify(signature.ToArray(), 0, publicKey.ToArray(), 0, message, 0, message.Length);
    }
}
