using System.Buffers.Binary;
using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Digests;

namespace Ascs.Gm;

/// <summary>The key derivation of GM/T 0003.4 5.4.3: SM3(Z || ct) for ct = 1, 2, … until there are enough bytes.</summary>
internal static class Sm2Kdf
{
    /// <summary>Fills <paramref name="key"/>. False when every byte came out zero, which would send the message in clear.</summary>
    internal static bool TryDerive(ReadOnlySpan<byte> z, Span<byte> key)
    {
        var afterZ = new SM3Digest();
        afterZ.BlockUpdate(z);
        Span<byte> ct = stackalloc byte[4];
        Span<byte> hash = stackalloc byte[Sm3.HashLength];
        var any = 0;
        for (var (start, count) = (0, 1u); start < key.Length; start += Sm3.HashLength, count++) // a, b.2, c
        {
            BinaryPrimitives.WriteUInt32BigEndian(ct, count);
            var digest = new SM3Digest(afterZ);
            digest.BlockUpdate(ct);
            digest.DoFinal(hash); // b.1
            var part = key.Slice(start, Math.Min(Sm3.HashLength, key.Length - start)); // d: the last part is cut
            hash[..part.Length].CopyTo(part);
            foreach (var b in part) any |= b;
        }
        CryptographicOperations.ZeroMemory(hash);
        return any != 0;
    }
}
