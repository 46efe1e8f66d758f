using System.Buffers.Binary;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Math.EC;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.Utilities;
using ECPoint = Org.BouncyCastle.Math.EC.ECPoint;

namespace Ascs.Gm;

/// <summary>
/// Signing and verifying of GM/T 0003.2 (GB/T 32918.2), letter by letter over the library's curve. A signature is r || s, 32 bytes each, big-endian.
/// Not the library's SM2Signer, because that computes [d]G and Z_A anew for every signature; here both belong to the key.
/// </summary>
internal static class Sm2Signature
{
    internal const int Length = 2 * Sm2Curve.FieldLength;

    /// <summary>Z_A: what a signature commits to besides the message, namely who signs and on which curve (GM/T 0003.2 5.5).</summary>
    internal static byte[] Z(ReadOnlySpan<byte> id, ECPoint publicKey)
    {
        var digest = new SM3Digest();
        Span<byte> bits = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bits, checked((ushort)(id.Length * 8)));
        digest.BlockUpdate(bits); // ENTL_A
        digest.BlockUpdate(id); // ID_A
        var domain = Sm2Curve.Domain;
        ECFieldElement[] elements =
            [domain.Curve.A, domain.Curve.B, domain.G.AffineXCoord, domain.G.AffineYCoord, publicKey.AffineXCoord, publicKey.AffineYCoord];
        foreach (var element in elements) digest.BlockUpdate(element.GetEncoded());
        var z = new byte[Sm3.HashLength];
        digest.DoFinal(z);
        return z;
    }

    /// <summary>GM/T 0003.2 6.1. <paramref name="random"/> is the seam for the standard's example, whose k is printed.</summary>
    internal static byte[] Sign(BigInteger d, BigInteger inverseOfOnePlusD, ReadOnlySpan<byte> z, ReadOnlySpan<byte> data, SecureRandom random)
    {
        var n = Sm2Curve.N;
        var e = Digest(z, data); // A1, A2
        while (true)
        {
            var k = Sm2Curve.RandomScalar(random); // A3
            var x1 = Sm2Curve.TimesG(k).AffineXCoord.ToBigInteger(); // A4
            var r = e.Add(x1).Mod(n); // A5
            if (r.SignValue == 0 || r.Add(k).Equals(n)) continue;
            var s = inverseOfOnePlusD.Multiply(k.Subtract(r.Multiply(d))).Mod(n); // A6
            if (s.SignValue == 0) continue;
            return Encode(r, s); // A7
        }
    }

    /// <summary>GM/T 0003.2 7.1.</summary>
    internal static bool Verify(ECPoint publicKey, ReadOnlySpan<byte> z, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != Length) return false;
        var n = Sm2Curve.N;
        var r = new BigInteger(1, signature[..Sm2Curve.FieldLength]);
        if (r.SignValue == 0 || r.CompareTo(n) >= 0) return false; // B1
        var s = new BigInteger(1, signature[Sm2Curve.FieldLength..]);
        if (s.SignValue == 0 || s.CompareTo(n) >= 0) return false; // B2
        var e = Digest(z, data); // B3, B4
        var t = r.Add(s).Mod(n); // B5
        if (t.SignValue == 0) return false;
        var point = ECAlgorithms.SumOfTwoMultiplies(Sm2Curve.Domain.G, s, publicKey, t).Normalize(); // B6
        if (point.IsInfinity) return false;
        return e.Add(point.AffineXCoord.ToBigInteger()).Mod(n).Equals(r); // B7
    }

    /// <summary>(1 + d)^-1 mod n of A6. It depends on the key only, so it is computed once, in constant time.</summary>
    internal static BigInteger InverseOfOnePlus(BigInteger d) => BigIntegers.ModOddInverse(Sm2Curve.N, d.Add(BigInteger.One));

    // A1, A2 and B3, B4: e = SM3(Z_A || M) read as a number.
    private static BigInteger Digest(ReadOnlySpan<byte> z, ReadOnlySpan<byte> data)
    {
        var digest = new SM3Digest();
        digest.BlockUpdate(z);
        digest.BlockUpdate(data);
        Span<byte> hash = stackalloc byte[Sm3.HashLength];
        digest.DoFinal(hash);
        return new BigInteger(1, hash);
    }

    private static byte[] Encode(BigInteger r, BigInteger s)
    {
        var signature = new byte[Length];
        BigIntegers.AsUnsignedByteArray(r, signature.AsSpan(0, Sm2Curve.FieldLength));
        BigIntegers.AsUnsignedByteArray(s, signature.AsSpan(Sm2Curve.FieldLength));
        return signature;
    }
}
