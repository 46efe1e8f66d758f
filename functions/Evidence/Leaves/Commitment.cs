using System.Text;
using Ascs.Evidence.Tree;
using Ascs.Gm;

namespace Ascs.Evidence.Leaves;

/// <summary>The commitment to one field. Without the salt it tells nothing about the value; with it nobody can show another value.</summary>
internal static class Commitment
{
    private const int StackLimit = 256;

    /// <summary>WIRE.md 3.4: HMAC-SM3(field salt, u8(length of label) || label || value).</summary>
    public static Hash256 Of(ReadOnlySpan<byte> fieldSalt, LeafField field, string value)
    {
        var label = LeafFields.LabelBytes(field);
        var length = 1 + label.Length + Encoding.UTF8.GetByteCount(value);
        var input = length <= StackLimit ? stackalloc byte[length] : new byte[length];
        input[0] = (byte)label.Length;
        label.CopyTo(input[1..]);
        Encoding.UTF8.GetBytes(value, input[(1 + label.Length)..]);
        Span<byte> tag = stackalloc byte[HmacSm3.TagLength];
        HmacSm3.Compute(fieldSalt, input, tag); // each salt is used once: there is no key to make ready
        return new Hash256(tag);
    }
}
