using System.Buffers.Binary;

namespace Ascs.TrustedParty.EvidenceLog;

/// <summary>Leaves in one text: for each its length as 4 bytes big-endian and its bytes, all in base64.</summary>
internal static class LeafPack
{
    private const int Prefix = 4;

    /// <summary>Bytes that leaves take before base64.</summary>
    public static int SizeOf(IReadOnlyList<byte[]> leaves) => leaves.Sum(leaf => Prefix + leaf.Length);

    public static string Pack(IEnumerable<byte[]> leaves)
    {
        using var packed = new MemoryStream();
        Span<byte> length = stackalloc byte[Prefix];
        foreach (var leaf in leaves)
        {
            BinaryPrimitives.WriteInt32BigEndian(length, leaf.Length);
            packed.Write(length);
            packed.Write(leaf);
        }

        return Convert.ToBase64String(packed.GetBuffer().AsSpan(0, (int)packed.Length));
    }

    /// <exception cref="LogDamagedException">Not what <see cref="Pack"/> wrote.</exception>
    public static byte[][] Unpack(EntriesDocument document)
    {
        var packed = new byte[document.Leaves.Length];
        if (!Convert.TryFromBase64String(document.Leaves, packed, out var left))
            throw Damaged();
        var leaves = new byte[document.Count][];
        ReadOnlySpan<byte> rest = packed.AsSpan(0, left);
        for (var i = 0; i < leaves.Length; i++)
        {
            var length = rest.Length < Prefix ? -1 : BinaryPrimitives.ReadInt32BigEndian(rest);
            if (length < 0 || length > rest.Length - Prefix)
                throw Damaged();
            leaves[i] = rest.Slice(Prefix, length).ToArray();
            rest = rest[(Prefix + length)..];
        }

        return rest.IsEmpty ? leaves : throw Damaged();
    }

    private static LogDamagedException Damaged() => new("an entries document can't be read.");
}
