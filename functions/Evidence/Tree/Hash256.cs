using System.Runtime.InteropServices;

namespace Ascs.Evidence.Tree;

/// <summary>
/// The 32-byte output of a hash (SHA-256 or SM3): a leaf hash, a node of the tree, a root. A value: compared byte by byte, never secret.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct Hash256
{
    /// <summary>Length in bytes.</summary>
    public const int Length = 32;

    private readonly ulong _a, _b, _c, _d;

    /// <summary>Copies exactly 32 bytes.</summary>
    /// <param name="bytes">32 bytes.</param>
    /// <exception cref="ArgumentException">Not 32 bytes.</exception>
    public Hash256(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length)
            throw new ArgumentException($"A digest is {Length} bytes, not {bytes.Length}.", nameof(bytes));
        this = MemoryMarshal.Read<Hash256>(bytes);
    }

    /// <summary>Writes the 32 bytes to the start of <paramref name="destination"/>.</summary>
    /// <param name="destination">At least 32 bytes.</param>
    public void CopyTo(Span<byte> destination) => MemoryMarshal.Write(destination, in this);

    /// <summary>The 32 bytes, a new array.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>Standard base64 with padding, 44 characters (RFC 4648 4).</summary>
    public string ToBase64() => Convert.ToBase64String(ToArray());

    /// <summary>Reads the one canonical base64 form: 44 characters, padding, unused bits zero.</summary>
    /// <param name="text">What <see cref="ToBase64"/> wrote.</param>
    /// <param name="digest">The digest; all zero when refused.</param>
    /// <returns>False for anything but the canonical form.</returns>
    public static bool TryParseBase64(string text, out Hash256 digest)
    {
        digest = default;
        Span<byte> bytes = stackalloc byte[Length];
        if (text is not { Length: 44 } || !Convert.TryFromBase64String(text, bytes, out var written) || written != Length)
            return false;
        digest = new Hash256(bytes);
        return digest.ToBase64() == text;
    }

    /// <summary>Lower-case hexadecimal, 64 characters.</summary>
    public override string ToString() => Convert.ToHexStringLower(ToArray());
}
