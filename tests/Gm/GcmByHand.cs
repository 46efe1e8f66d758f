using System.Buffers.Binary;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Parameters;

namespace Ascs.Gm.Tests;

/// <summary>Galois/Counter Mode written down bit by bit from NIST SP 800-38D over single SM4 blocks: slow, and shares nothing with the product but the block cipher.</summary>
internal static class GcmByHand
{
    internal static byte[] Block(byte[] key, byte[] block)
    {
        var engine = new SM4Engine();
        engine.Init(true, new KeyParameter(key));
        var output = new byte[16];
        engine.ProcessBlock(block, 0, output, 0);
        return output;
    }

    internal static byte[] Encrypt(byte[] key, byte[] nonce, byte[] plaintext, byte[] associatedData)
    {
        var h = Number(Block(key, new byte[16])); // 7.1 step 1
        var ciphertext = new byte[plaintext.Length];
        for (var i = 0; i < plaintext.Length; i++) // step 3: GCTR from inc32(J0)
            ciphertext[i] = (byte)(plaintext[i] ^ Block(key, Counter(nonce, 2 + i / 16))[i % 16]);
        UInt128 y = 0; // steps 4 and 5: GHASH over A, C and their lengths, each filled up with zeros
        foreach (var block in Blocks(associatedData).Concat(Blocks(ciphertext))) y = Times(y ^ block, h);
        y = Times(y ^ new UInt128((ulong)associatedData.Length * 8, (ulong)ciphertext.Length * 8), h);
        y ^= Number(Block(key, Counter(nonce, 1))); // step 6
        var tag = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(tag, y);
        return [.. ciphertext, .. tag];
    }

    // J0 = IV || 0^31 || 1 for a 96-bit IV (7.1 step 2).
    private static byte[] Counter(byte[] nonce, int count)
    {
        var block = new byte[16];
        nonce.CopyTo(block, 0);
        BinaryPrimitives.WriteInt32BigEndian(block.AsSpan(12), count);
        return block;
    }

    private static IEnumerable<UInt128> Blocks(byte[] data) => data.Chunk(16).Select(part => Number([.. part, .. new byte[16 - part.Length]]));

    private static UInt128 Number(byte[] block) => BinaryPrimitives.ReadUInt128BigEndian(block);

    // 6.3, algorithm 1: bit 0 is the leftmost; R = 11100001 || 0^120.
    private static UInt128 Times(UInt128 x, UInt128 y)
    {
        UInt128 z = 0;
        for (var i = 127; i >= 0; i--)
        {
            if ((x >> i & 1) == 1) z ^= y;
            y = (y & 1) == 1 ? y >> 1 ^ (UInt128)0xE1 << 120 : y >> 1;
        }
        return z;
    }
}
