using System.Formats.Asn1;
using System.Numerics;

namespace Ascs.Gm.Tests;

/// <summary>Between our fixed-length forms and the ASN.1 forms of GM/T 0009 clause 7, which openssl speaks.</summary>
internal static class Sm2Der
{
    /// <summary>SM2Signature ::= SEQUENCE { r INTEGER, s INTEGER }.</summary>
    internal static byte[] OfSignature(byte[] rs)
    {
        var der = new AsnWriter(AsnEncodingRules.DER);
        using (der.PushSequence())
        {
            der.WriteInteger(Number(rs.AsSpan(0, 32)));
            der.WriteInteger(Number(rs.AsSpan(32)));
        }
        return der.Encode();
    }

    internal static byte[] ToSignature(byte[] der)
    {
        var sequence = new AsnReader(der, AsnEncodingRules.DER).ReadSequence();
        return [.. Bytes(sequence.ReadInteger()), .. Bytes(sequence.ReadInteger())];
    }

    /// <summary>SM2Cipher ::= SEQUENCE { x INTEGER, y INTEGER, hash OCTET STRING, cipherText OCTET STRING }.</summary>
    internal static byte[] OfCiphertext(byte[] c1c3c2)
    {
        var der = new AsnWriter(AsnEncodingRules.DER);
        using (der.PushSequence())
        {
            der.WriteInteger(Number(c1c3c2.AsSpan(1, 32)));
            der.WriteInteger(Number(c1c3c2.AsSpan(33, 32)));
            der.WriteOctetString(c1c3c2.AsSpan(65, 32));
            der.WriteOctetString(c1c3c2.AsSpan(97));
        }
        return der.Encode();
    }

    internal static byte[] ToCiphertext(byte[] der)
    {
        var sequence = new AsnReader(der, AsnEncodingRules.DER).ReadSequence();
        return [0x04, .. Bytes(sequence.ReadInteger()), .. Bytes(sequence.ReadInteger()), .. sequence.ReadOctetString(), .. sequence.ReadOctetString()];
    }

    private static BigInteger Number(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    private static byte[] Bytes(BigInteger number)
    {
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[32 - bytes.Length], .. bytes];
    }
}
