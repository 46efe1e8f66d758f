using Org.BouncyCastle.Crypto.EC;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Prng;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Math.EC.Multiplier;
using Org.BouncyCastle.Security;
using ECPoint = Org.BouncyCastle.Math.EC.ECPoint;

namespace Ascs.Gm;

/// <summary>The recommended curve of GM/T 0003.5 (GB/T 32918.5): one instance, so that the multiples of G are computed once.</summary>
internal static class Sm2Curve
{
    /// <summary>Length of a scalar and of a coordinate in bytes.</summary>
    internal const int FieldLength = 32;

    /// <summary>Length of an uncompressed point: 0x04, x, y (GM/T 0003.1 4.2.8).</summary>
    internal const int PointLength = 1 + FieldLength + FieldLength;

    // The custom curve has its own field arithmetic: five to eight times as fast as the same curve from GMNamedCurves.
    internal static readonly ECDomainParameters Domain = new(CustomNamedCurves.GetByName("SM2P256V1"));

    /// <summary>The operating system's generator, safe for many threads. Every secret scalar comes from here.</summary>
    internal static readonly SecureRandom Random = new(new CryptoApiRandomGenerator());

    internal static BigInteger N => Domain.N;

    /// <summary>[k]G in affine coordinates, by the comb whose table look-ups do not depend on k.</summary>
    internal static ECPoint TimesG(BigInteger k) => new FixedPointCombMultiplier().Multiply(Domain.G, k).Normalize();

    /// <summary>A number in [1, n-1], each with the same chance.</summary>
    internal static BigInteger RandomScalar(SecureRandom random)
    {
        while (true)
        {
            var k = new BigInteger(N.BitLength, random);
            if (k.SignValue > 0 && k.CompareTo(N) < 0) return k;
        }
    }

    /// <summary>The point of an uncompressed encoding, or null when it is not one of this curve.</summary>
    internal static ECPoint? Decode(ReadOnlySpan<byte> encoded)
    {
        if (encoded.Length != PointLength || encoded[0] != 0x04) return null;
        try
        {
            // Checks that the coordinates are below p and fulfil the curve's equation (GM/T 0003.1 6.2.1 b, c); the cofactor is 1.
            return Domain.Curve.DecodePoint(encoded);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
