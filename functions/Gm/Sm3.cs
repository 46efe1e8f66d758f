namespace Ascs.Gm;

/// <summary>The SM3 digest (GM/T 0004, GB/T 32905, ISO/IEC 10118-3): 32 bytes over a message of any length.</summary>
/// <remarks>Thread-safe. Like SHA-256 it can be extended: never use <c>Hash(secret || data)</c> as a MAC, that is what <see cref="HmacSm3"/> is for.</remarks>
public static class Sm3
{
    /// <summary>Length of a digest in bytes.</summary>
    public const int HashLength = 32;

    /// <summary>The digest of <paramref name="data"/>, 32 bytes.</summary>
    public static byte[] Hash(ReadOnlySpan<byte> data)
    {
        var hash = new byte[HashLength];
        Hash(data, hash);
        return hash;
    }

    /// <summary>Writes the digest of <paramref name="data"/> into <paramref name="destination"/>.</summary>
    /// <param name="data">The message.</param>
    /// <param name="destination">Exactly 32 bytes; may overlap <paramref name="data"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is not 32 bytes.</exception>
    public static void Hash(ReadOnlySpan<byte> data, Span<byte> destination)
    {
        Lengths.Require(destination.Length, HashLength, nameof(destination));
        var digest = ScratchDigest.Take();
        digest.Reset();
        digest.BlockUpdate(data);
        digest.DoFinal(destination);
    }
}
