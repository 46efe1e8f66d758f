using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Ascs.Gm;

/// <summary>Content of any length for the owner of one SM2 key: a fresh SM4 key encrypts the content, SM2 encrypts that key.</summary>
/// <remarks>
/// Layout, version 1, numbers big-endian:
/// <code>
/// 1 byte    version, 0x01
/// 2 bytes   length w of the wrapped key (113)
/// w bytes   SM2 ciphertext C1 || C3 || C2 of the 16-byte SM4 key
/// 12 bytes  nonce of SM4-GCM
/// the rest  SM4-GCM ciphertext || 16-byte tag; associated data = all bytes before the nonce || the caller's associated data
/// </code>
/// Anyone can make one: an envelope says nothing about its sender. Whoever has the recipient's key opens every envelope ever made for it.
/// Thread-safe.
/// </remarks>
public static class Envelope
{
    private const byte Version = 1;
    private const int WrappedKeyLength = Sm2Cipher.Overhead + Sm4Gcm.KeyLength;
    private const int HeaderLength = 1 + 2 + WrappedKeyLength;

    /// <summary>How many bytes an envelope is longer than its content.</summary>
    public const int Overhead = HeaderLength + Sm4Gcm.NonceLength + Sm4Gcm.TagLength;

    /// <summary>Seals <paramref name="content"/> for the owner of <paramref name="to"/>.</summary>
    /// <param name="to">The recipient's key.</param>
    /// <param name="content">Any length, empty too.</param>
    /// <param name="associatedData">What the envelope belongs to (an authorisation id, say); opening needs the same bytes.</param>
    public static byte[] Seal(Sm2PublicKey to, ReadOnlySpan<byte> content, ReadOnlySpan<byte> associatedData)
    {
        ArgumentNullException.ThrowIfNull(to);
        Span<byte> key = stackalloc byte[Sm4Gcm.KeyLength];
        Span<byte> nonce = stackalloc byte[Sm4Gcm.NonceLength];
        RandomNumberGenerator.Fill(key);
        RandomNumberGenerator.Fill(nonce);
        var header = Header(to.Encrypt(key));
        var body = Sm4Gcm.Encrypt(key, nonce, content, [.. header, .. associatedData]);
        CryptographicOperations.ZeroMemory(key);
        return [.. header, .. nonce, .. body];
    }

    /// <summary>Opens an envelope.</summary>
    /// <param name="key">The recipient's key.</param>
    /// <param name="envelope">What <see cref="Seal"/> returned.</param>
    /// <param name="associatedData">The same bytes as when sealing.</param>
    /// <param name="content">The content, when true.</param>
    /// <returns>False for another recipient, another version, other associated data or any changed byte.</returns>
    public static bool TryOpen(
        Sm2PrivateKey key, ReadOnlySpan<byte> envelope, ReadOnlySpan<byte> associatedData, [NotNullWhen(true)] out byte[]? content)
    {
        ArgumentNullException.ThrowIfNull(key);
        content = null;
        if (envelope.Length < Overhead || envelope[0] != Version) return false;
        if (BinaryPrimitives.ReadUInt16BigEndian(envelope[1..]) != WrappedKeyLength) return false;
        var header = envelope[..HeaderLength];
        if (!key.TryDecrypt(header[3..], out var contentKey)) return false;
        var nonce = envelope.Slice(HeaderLength, Sm4Gcm.NonceLength);
        var body = envelope[(HeaderLength + Sm4Gcm.NonceLength)..];
        var opened = Sm4Gcm.TryDecrypt(contentKey, nonce, body, [.. header, .. associatedData], out content);
        CryptographicOperations.ZeroMemory(contentKey);
        return opened;
    }

    private static byte[] Header(ReadOnlySpan<byte> wrappedKey)
    {
        var header = new byte[HeaderLength];
        header[0] = Version;
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(1), WrappedKeyLength);
        wrappedKey.CopyTo(header.AsSpan(3));
        return header;
    }
}
