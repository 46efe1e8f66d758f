namespace Ascs.Gm;

/// <summary>HMAC-SM3 (RFC 2104 over SM3, GB/T 15852.2): 32 bytes that only a holder of the key can make.</summary>
/// <remarks>Thread-safe. Compare tags with <see cref="System.Security.Cryptography.CryptographicOperations.FixedTimeEquals"/> or <see cref="Verify"/>, never with <c>SequenceEqual</c>.</remarks>
public static class HmacSm3
{
    /// <summary>Length of a tag in bytes.</summary>
    public const int TagLength = 32;

    /// <summary>The tag of <paramref name="data"/>, 32 bytes. For many messages under one key keep an <see cref="HmacSm3Key"/>.</summary>
    /// <param name="key">Any length but empty; 32 bytes is the choice here. Longer than 64 bytes is hashed first (RFC 2104 section 2).</param>
    /// <param name="data">The message, any length.</param>
    /// <exception cref="ArgumentException"><paramref name="key"/> is empty.</exception>
    public static byte[] Compute(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data)
    {
        using var keyed = new HmacSm3Key(key);
        return keyed.Compute(data);
    }

    /// <summary>Whether <paramref name="tag"/> is the tag of <paramref name="data"/>, in constant time. A tag of another length is false.</summary>
    /// <exception cref="ArgumentException"><paramref name="key"/> is empty.</exception>
    public static bool Verify(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data, ReadOnlySpan<byte> tag)
    {
        using var keyed = new HmacSm3Key(key);
        return keyed.Verify(data, tag);
    }
}
