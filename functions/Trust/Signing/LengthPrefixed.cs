using System.Buffers.Binary;

namespace Ascs.Trust.Signing;

/// <summary>Fields one after the other, each preceded by its length in four bytes, big-endian: no two lists of fields give the same bytes.</summary>
internal static class LengthPrefixed
{
    public static byte[] Join(params ReadOnlySpan<byte[]> fields)
    {
        var length = 0;
        foreach (var field in fields) length += 4 + field.Length;
        var (bytes, offset) = (new byte[length], 0);
        foreach (var field in fields)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(offset), field.Length);
            field.CopyTo(bytes, offset + 4);
            offset += 4 + field.Length;
        }

        return bytes;
    }
}
