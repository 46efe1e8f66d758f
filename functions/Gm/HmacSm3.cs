using System.Security.Cryptography;

namespace Ascs.Gm;

/// <summary>HMAC-SM3 (RFC 2104 over SM3, GB/T 15852.2): 32 bytes that only a holder of the key can make.</summary>
/// <remarks>Thread-safe. Compare tags with <see cref="System.Security.Cryptography.CryptographicOperations.FixedTimeEquals"/> or <see cref="Verify"/>, never with <c>SequenceEqual</c>.</remarks>
public static class HmacSm3
{
    /// <summary>Length of a tag in bytes.</summary>
    public const int TagLength = 32;

    // B of RFC 2104 section 2: the block length of SM3.
    private const int BlockLength = 64;

    /// <summary>The tag of <paramref name="data"/>, 32 bytes. For many messages under one key keep an <see cref="HmacSm3Key"/>.</summary>
    /// <param name="key">Any length but empty; 32 bytes is the choice here. Longer than 64 bytes is hashed first (RFC 2104 section 2).</param>
    /// <param name="data">The message, any length.</param>
    /// <exception cref="ArgumentException"><paramref name="key"/> is empty.</exception>
    public static byte[] Compute(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data)
    {
        var tag = new byte[TagLength];
        Compute(key, data, tag);
        return tag;
    }

    /// <summary>Writes the tag of <paramref name="data"/> into <paramref name="destination"/>, exactly 32 bytes.</summary>
    /// <exception cref="ArgumentException"><paramref name="key"/> is empty, or <paramref name="destination"/> is not 32 bytes.</exception>
    public static void Compute(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data, Span<byte> destination)
    {
        if (key.IsEmpty) throw new ArgumentException("an empty key protects nothing", nameof(key));
        Lengths.Require(destination.Length, TagLength, nameof(destination));
        Span<byte> block = stackalloc byte[BlockLength];
        Span<byte> hash = stackalloc byte[Sm3.HashLength];
        block.Clear();
        // RFC 2104 section 2: longer keys are hashed, shorter ones are filled up with zeros.
        if (key.Length > BlockLength) Sm3.Hash(key, block[..Sm3.HashLength]);
        else key.CopyTo(block);
        Digest(block, 0x36, data, hash); // RFC 2104 section 2 (4): H(K xor ipad, text)
        Digest(block, 0x5c, hash, destination); // RFC 2104 section 2 (7): H(K xor opad, the former)
        CryptographicOperations.ZeroMemory(block);
    }

    /// <summary>Whether <paramref name="tag"/> is the tag of <paramref name="data"/>, in constant time. A tag of another length is false.</summary>
    /// <exception cref="ArgumentException"><paramref name="key"/> is empty.</exception>
    public static bool Verify(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data, ReadOnlySpan<byte> tag)
    {
        using var keyed = new HmacSm3Key(key);
        return keyed.Verify(data, tag);
    }

    private static void Digest(ReadOnlySpan<byte> block, byte pad, ReadOnlySpan<byte> data, Span<byte> destination)
    {
        Span<byte> padded = stackalloc byte[BlockLength];
        for (var i = 0; i < BlockLength; i++) padded[i] = (byte)(block[i] ^ pad);
        var digest = ScratchDigest.Take();
        digest.Reset();
        digest.BlockUpdate(padded);
        digest.BlockUpdate(data);
        digest.DoFinal(destination);
        CryptographicOperations.ZeroMemory(padded);
    }
}
