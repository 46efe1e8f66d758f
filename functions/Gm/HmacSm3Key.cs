using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Digests;

namespace Ascs.Gm;

/// <summary>One HMAC-SM3 key made ready for many messages: the two key blocks are hashed once, each message then costs two compressions less.</summary>
/// <remarks>Thread-safe: the two states are only read after construction, each call works on a copy. Dispose wipes them.</remarks>
public sealed class HmacSm3Key : IDisposable
{
    // B of RFC 2104 section 2: the block length of SM3.
    private const int BlockLength = 64;

    // SM3 after (K xor ipad) and after (K xor opad). As secret as the key; never written after construction.
    private readonly SM3Digest inner;
    private readonly SM3Digest outer;
    private volatile bool disposed;

    /// <summary>Takes a copy of nothing but the key's two hash states; <paramref name="key"/> may be wiped afterwards.</summary>
    /// <param name="key">Any length but empty.</param>
    /// <exception cref="ArgumentException"><paramref name="key"/> is empty.</exception>
    public HmacSm3Key(ReadOnlySpan<byte> key)
    {
        if (key.IsEmpty) throw new ArgumentException("an empty key protects nothing", nameof(key));
        Span<byte> block = stackalloc byte[BlockLength];
        block.Clear();
        // RFC 2104 section 2: longer keys are hashed, shorter ones are filled up with zeros.
        if (key.Length > BlockLength) Sm3.Hash(key, block[..Sm3.HashLength]);
        else key.CopyTo(block);
        inner = StateAfter(block, 0x36);
        outer = StateAfter(block, 0x5c);
        CryptographicOperations.ZeroMemory(block);
    }

    /// <summary>The tag of <paramref name="data"/>, 32 bytes.</summary>
    /// <exception cref="ObjectDisposedException">The key was disposed.</exception>
    public byte[] Compute(ReadOnlySpan<byte> data)
    {
        var tag = new byte[HmacSm3.TagLength];
        Compute(data, tag);
        return tag;
    }

    /// <summary>Writes the tag of <paramref name="data"/> into <paramref name="destination"/>, exactly 32 bytes.</summary>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is not 32 bytes.</exception>
    /// <exception cref="ObjectDisposedException">The key was disposed.</exception>
    public void Compute(ReadOnlySpan<byte> data, Span<byte> destination)
    {
        Lengths.Require(destination.Length, HmacSm3.TagLength, nameof(destination));
        var digest = ScratchDigest.Take();
        digest.Reset(inner);
        digest.BlockUpdate(data);
        Span<byte> hash = stackalloc byte[Sm3.HashLength];
        digest.DoFinal(hash); // RFC 2104 section 2 (4): H(K xor ipad, text)
        digest.Reset(outer);
        digest.BlockUpdate(hash);
        // Asked after the copies were taken: a dispose in between must not leave a tag under a wiped state.
        ObjectDisposedException.ThrowIf(disposed, this);
        digest.DoFinal(destination); // RFC 2104 section 2 (7): H(K xor opad, the former)
    }

    /// <summary>Whether <paramref name="tag"/> is the tag of <paramref name="data"/>, in constant time. A tag of another length is false.</summary>
    /// <exception cref="ObjectDisposedException">The key was disposed.</exception>
    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> tag)
    {
        Span<byte> expected = stackalloc byte[HmacSm3.TagLength];
        Compute(data, expected);
        return CryptographicOperations.FixedTimeEquals(expected, tag);
    }

    /// <summary>Wipes the key's states. Calling it again does nothing.</summary>
    public void Dispose()
    {
        disposed = true;
        inner.Reset();
        outer.Reset();
    }

    private static SM3Digest StateAfter(ReadOnlySpan<byte> block, byte pad)
    {
        Span<byte> padded = stackalloc byte[BlockLength];
        for (var i = 0; i < BlockLength; i++) padded[i] = (byte)(block[i] ^ pad);
        var digest = new SM3Digest();
        digest.BlockUpdate(padded);
        CryptographicOperations.ZeroMemory(padded);
        return digest;
    }
}
