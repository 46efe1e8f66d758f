using System.Text;
using Ascs.Operator.Keys;

namespace Ascs.Operator.Subscribers;

/// <summary>Keyed names of identifiers, numbers and customers: nobody who reads the store can try them out without the lookup key.</summary>
internal static class SubscriberKeys
{
    /// <summary>Key of an identifier's rows.</summary>
    public static UInt128 Of(this OperatorKeys keys, Identifier identifier) => Hash(keys, (byte)'i', (byte)identifier.Type, identifier.Value);

    /// <summary>Key of a number's rows.</summary>
    public static UInt128 Of(this OperatorKeys keys, PhoneNumber number) => Hash(keys, (byte)'n', 0, number.RevealForDelivery());

    /// <summary>The reference of a customer number.</summary>
    public static SubscriberRef Subscriber(this OperatorKeys keys, string customer) => new(Hash(keys, (byte)'s', 0, customer));

    // Two bytes of domain, then the rest: unambiguous without lengths, as there is one field.
    private static UInt128 Hash(OperatorKeys keys, byte domain, byte kind, string text)
    {
        Span<byte> bytes = stackalloc byte[2 + (3 * 128)];
        (bytes[0], bytes[1]) = (domain, kind);
        return keys.LookupOf(bytes[..(2 + Encoding.UTF8.GetBytes(text, bytes[2..]))]);
    }
}
