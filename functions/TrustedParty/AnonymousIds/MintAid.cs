using System.Buffers.Binary;
using System.Text;
using Ascs.Contracts;
using Ascs.Gm;

namespace Ascs.TrustedParty.AnonymousIds;

/// <summary>
/// Makes AIDs (ISC-6.2.2.1 a): the first 128 bits of HMAC-SM3 over the fields below, each preceded by its length in 4 bytes, big-endian. One way, and without the
/// key not even a guess can be confirmed; different for every authorisation, so different at every enterprise (ISC-6.2.2.1 c).
/// <code>
/// ascs-aid-1         domain
/// key version        4 bytes, big-endian
/// enterprise id      ASCII
/// subscriber tag     ASCII
/// authorisation id   ASCII
/// counter            4 bytes, big-endian; counts up when the AID is another authorisation's already
/// </code>
/// </summary>
internal static class MintAid
{
    public static Aid Mint(HmacSm3Key key, int keyVersion, EnterpriseId enterprise, SubscriberTag tag, AuthorisationId authorisation, int counter)
    {
        using var input = new MemoryStream();
        Append(input, "ascs-aid-1"u8);
        Append(input, Number(keyVersion));
        Append(input, Encoding.ASCII.GetBytes(enterprise.ToString()));
        Append(input, Encoding.ASCII.GetBytes(tag.ToString()));
        Append(input, Encoding.ASCII.GetBytes(authorisation.ToString()));
        Append(input, Number(counter));
        return Aid.FromBytes(key.Compute(input.GetBuffer().AsSpan(0, (int)input.Length)).AsSpan(0, 16));
    }

    private static void Append(MemoryStream input, ReadOnlySpan<byte> field)
    {
        input.Write(Number(field.Length));
        input.Write(field);
    }

    private static byte[] Number(int value)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
