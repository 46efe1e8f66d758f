using System.Buffers.Binary;
using System.Text;
using Ascs.Contracts;
using Ascs.Operator.Keys;
using Ascs.Operator.Subscribers;

namespace Ascs.Operator.Links;

/// <summary>Pins at rest: 16 bytes of subscriber, 8 of number, sealed for one authorisation of one tag.</summary>
internal static class Pins
{
    public static string Seal(this OperatorKeys keys, Pin pin, SubscriberTag tag, AuthorisationId authorisation)
    {
        var bytes = new byte[24];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, pin.Subscriber.Value);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(16), pin.Number.ToStored());
        return keys.SealAtRest(bytes, Place(tag, authorisation));
    }

    public static Pin Open(this OperatorKeys keys, string text, SubscriberTag tag, AuthorisationId authorisation)
    {
        var bytes = keys.OpenAtRest(text, Place(tag, authorisation));
        return PhoneNumber.TryFrom(BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(16)), out var number)
            ? new(new(BinaryPrimitives.ReadUInt128BigEndian(bytes)), number) : throw new InvalidDataException("A pin holds no number.");
    }

    private static byte[] Place(SubscriberTag tag, AuthorisationId authorisation) => Encoding.ASCII.GetBytes($"pin/{tag}/{authorisation}");
}
