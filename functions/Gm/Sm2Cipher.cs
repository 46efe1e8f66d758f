using System.Security.Cryptography;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Math.EC;
using Org.BouncyCastle.Security;
using ECPoint = Org.BouncyCastle.Math.EC.ECPoint;

namespace Ascs.Gm;

/// <summary>
/// Public key encryption of GM/T 0003.4 (GB/T 32918.4), letter by letter over the library's curve: C1 (65 bytes, uncompressed) || C3 (32 bytes, SM3)
/// || C2 (as long as the message). Not the library's SM2Engine, because that multiplies with the bare private key in time that depends on it,
/// and whoever may send ciphertexts could measure that.
/// </summary>
internal static class Sm2Cipher
{
    internal const int Overhead = Sm2Curve.PointLength + Sm3.HashLength;

    /// <summary>GM/T 0003.4 6.1. <paramref name="random"/> is the seam for the standard's example, whose k is printed.</summary>
    internal static byte[] Encrypt(ECPoint publicKey, ReadOnlySpan<byte> plaintext, SecureRandom random)
    {
        if (plaintext.IsEmpty) throw new ArgumentException("SM2 cannot encrypt an empty message", nameof(plaintext));
        var ciphertext = new byte[Overhead + plaintext.Length];
        var c2 = ciphertext.AsSpan(Overhead);
        Span<byte> shared = stackalloc byte[2 * Sm2Curve.FieldLength];
        ECPoint c1;
        do
        {
            var k = Sm2Curve.RandomScalar(random); // A1
            c1 = Sm2Curve.TimesG(k); // A2
            // A3: [h]P is not infinity, as h = 1 and a public key is a point of the curve from its import on.
            Coordinates(publicKey.Multiply(k), shared); // A4
        }
        while (!Sm2Kdf.TryDerive(shared, c2)); // A5
        Xor(c2, plaintext); // A6
        Check(shared, plaintext, ciphertext.AsSpan(Sm2Curve.PointLength, Sm3.HashLength)); // A7
        c1.EncodeTo(false, ciphertext.AsSpan(0, Sm2Curve.PointLength)); // A8
        CryptographicOperations.ZeroMemory(shared);
        return ciphertext;
    }

    /// <summary>GM/T 0003.4 7.1. Null for anything that is not a ciphertext for this key: which step refused stays inside.</summary>
    internal static byte[]? Decrypt(BigInteger d, ReadOnlySpan<byte> ciphertext)
    {
        if (ciphertext.Length <= Overhead) return null;
        var c3 = ciphertext.Slice(Sm2Curve.PointLength, Sm3.HashLength);
        var c2 = ciphertext[Overhead..];
        // B1: only the uncompressed form, so that a ciphertext has one encoding; off the curve the answer would leak bits of d.
        if (Sm2Curve.Decode(ciphertext[..Sm2Curve.PointLength]) is not { } c1) return null;
        // B2: [h]C1 is not infinity, as h = 1 and infinity has no uncompressed form.
        Span<byte> shared = stackalloc byte[2 * Sm2Curve.FieldLength];
        Coordinates(TimesSplit(c1, d), shared); // B3
        var plaintext = new byte[c2.Length];
        var derived = Sm2Kdf.TryDerive(shared, plaintext); // B4
        Xor(plaintext, c2); // B5
        Span<byte> u = stackalloc byte[Sm3.HashLength];
        Check(shared, plaintext, u); // B6
        CryptographicOperations.ZeroMemory(shared);
        if (derived & CryptographicOperations.FixedTimeEquals(u, c3)) return plaintext; // B7
        CryptographicOperations.ZeroMemory(plaintext);
        return null;
    }

    // [d]C1 = [d - r]C1 + [r]C1 with a fresh r: the library's multiplication takes time that depends on the scalar, both of these are random.
    private static ECPoint TimesSplit(ECPoint c1, BigInteger d)
    {
        var r = Sm2Curve.RandomScalar(Sm2Curve.Random);
        return ECAlgorithms.SumOfTwoMultiplies(c1, d.Subtract(r).Mod(Sm2Curve.N), c1, r);
    }

    private static void Coordinates(ECPoint point, Span<byte> xy)
    {
        var affine = point.Normalize();
        affine.AffineXCoord.EncodeTo(xy[..Sm2Curve.FieldLength]);
        affine.AffineYCoord.EncodeTo(xy[Sm2Curve.FieldLength..]);
    }

    // SM3(x2 || M || y2): C3.
    private static void Check(ReadOnlySpan<byte> xy, ReadOnlySpan<byte> plaintext, Span<byte> c3)
    {
        var digest = new Org.BouncyCastle.Crypto.Digests.SM3Digest();
        digest.BlockUpdate(xy[..Sm2Curve.FieldLength]);
        digest.BlockUpdate(plaintext);
        digest.BlockUpdate(xy[Sm2Curve.FieldLength..]);
        digest.DoFinal(c3);
    }

    private static void Xor(Span<byte> target, ReadOnlySpan<byte> other)
    {
        for (var i = 0; i < target.Length; i++) target[i] ^= other[i];
    }
}
