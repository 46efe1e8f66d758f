using System.Buffers.Binary;
using System.Text;

namespace Ascs.Operator.Keys;

/// <summary>Fields one after the other, each after its length in four bytes, big-endian: no two lists of fields give the same bytes.</summary>
internal static class Fields
{
    public static byte[] Join(params ReadOnlySpan<string> fields)
    {
        var (bytes, offset) = (new byte[Length(fields)], 0);
        foreach (var field in fields)
        {
            var length = Encoding.UTF8.GetBytes(field, bytes.AsSpan(offset + 4));
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(offset), length);
            offset += 4 + length;
        }

        return bytes;
    }

    private static int Length(ReadOnlySpan<string> fields)
    {
        var length = 0;
        foreach (var field in fields) length += 4 + Encoding.UTF8.GetByteCount(field);
        return length;
    }
}
