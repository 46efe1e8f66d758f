using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Ascs.Evidence.Leaves;

/// <summary>
/// The log-unique id of a leaf: 16 bytes, in clear in the leaf. Get it from <see cref="LeafKey.DeriveId"/> (then a retry gives the same leaf) or from a
/// random source; never put anything readable into it.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct LeafId
{
    /// <summary>Length in bytes.</summary>
    public const int Length = 16;

    private readonly ulong _a, _b;

    /// <summary>Copies exactly 16 bytes.</summary>
    /// <param name="bytes">16 bytes.</param>
    /// <exception cref="ArgumentException">Not 16 bytes.</exception>
    public LeafId(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length)
            throw new ArgumentException($"A leaf id is {Length} bytes, not {bytes.Length}.", nameof(bytes));
        this = MemoryMarshal.Read<LeafId>(bytes);
    }

    /// <summary>Writes the 16 bytes to the start of <paramref name="destination"/>.</summary>
    /// <param name="destination">At least 16 bytes.</param>
    public void CopyTo(Span<byte> destination) => MemoryMarshal.Write(destination, in this);

    /// <summary>Reads the text form.</summary>
    /// <param name="text">22 characters.</param>
    /// <param name="id">The id when true.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out LeafId id)
    {
        id = default;
        Span<byte> bytes = stackalloc byte[Length];
        if (text is not { Length: 22 } || Base64Url.DecodeFromChars(text, bytes, out _, out var written) != OperationStatus.Done || written != Length)
            return false;
        id = new LeafId(bytes);
        return id.ToString() == text;
    }

    /// <summary>Base64url without padding, 22 characters: fits the ids of a document store.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Length];
        CopyTo(bytes);
        return Base64Url.EncodeToString(bytes);
    }
}
