using System.Buffers.Binary;

namespace Ascs.Operator.Subscribers;

/// <summary>
/// A subscriber inside the operator: 128 bits of HMAC-SM3 over the operator's own customer number, which is kept nowhere. <see cref="PortedAway"/> stands for
/// "a customer of another operator by now".
/// </summary>
internal readonly record struct SubscriberRef(UInt128 Value)
{
    /// <summary>Who holds a number that was ported to another operator.</summary>
    public static SubscriberRef PortedAway { get; } = new(UInt128.Zero);

    /// <summary>The 16 bytes, big-endian.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, Value);
        return bytes;
    }
}
