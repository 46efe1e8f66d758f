using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;

namespace Ascs.Gm;

/// <summary>Public key encryption of GM/T 0003.4 (GB/T 32918.4): C1 (65 bytes, uncompressed) || C3 (32 bytes, SM3) || C2 (as long as the message).</summary>
internal static class Sm2Cipher
{
    internal const int Overhead = Sm2Curve.PointLength + Sm3.HashLength;

    /// <summary>GM/T 0003.4 6.1, steps A1 to A8 inside the library's engine. <paramref name="random"/> is the seam for the standard's example.</summary>
    internal static byte[] Encrypt(ECPublicKeyParameters key, ReadOnlySpan<byte> plaintext, SecureRandom random)
    {
        if (plaintext.IsEmpty) throw new ArgumentException("SM2 cannot encrypt an empty message", nameof(plaintext));
        var engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        engine.Init(true, new ParametersWithRandom(key, random));
        return engine.ProcessBlock(plaintext);
    }

    /// <summary>GM/T 0003.4 7.1. Null for anything that is not a ciphertext for this key: which step refused stays inside.</summary>
    internal static byte[]? Decrypt(ECPrivateKeyParameters key, ReadOnlySpan<byte> ciphertext)
    {
        if (ciphertext.Length <= Overhead) return null;
        // B1: only the uncompressed form, so that a ciphertext has one encoding; on the curve, or the answer would leak bits of d.
        if (Sm2Curve.Decode(ciphertext[..Sm2Curve.PointLength]) is null) return null;
        var engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        engine.Init(false, key);
        try
        {
            return engine.ProcessBlock(ciphertext); // B2 to B7; C3 is compared in constant time
        }
        catch (InvalidCipherTextException)
        {
            return null;
        }
    }
}
