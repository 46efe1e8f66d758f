using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;

namespace Ascs.Gm;

/// <summary>SM4 (GM/T 0002) in cipher feedback over whole blocks, CFB128 (GB/T 17964, NIST SP 800-38A 6.3), the last block as short as the text.</summary>
/// <remarks>It hides and does not protect: whoever changes a bit of the ciphertext changes that bit of the text. Put a MAC over iv and ciphertext. Thread-safe.</remarks>
public static class Sm4Cfb
{
    /// <summary>Length of a key in bytes.</summary>
    public const int KeyLength = 16;

    /// <summary>Length of an initialisation vector in bytes.</summary>
    public const int IvLength = 16;

    /// <summary>Encrypts.</summary>
    /// <param name="key">16 bytes.</param>
    /// <param name="iv">16 random bytes, new for each text.</param>
    /// <param name="plaintext">Any length.</param>
    /// <returns>As many bytes as the text has.</returns>
    public static byte[] Encrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv, ReadOnlySpan<byte> plaintext) => Transform(true, key, iv, plaintext);

    /// <summary>Decrypts.</summary>
    /// <inheritdoc cref="Encrypt"/>
    public static byte[] Decrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv, ReadOnlySpan<byte> ciphertext) => Transform(false, key, iv, ciphertext);

    private static byte[] Transform(bool encrypt, ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv, ReadOnlySpan<byte> input)
    {
        Lengths.Require(key.Length, KeyLength, nameof(key));
        Lengths.Require(iv.Length, IvLength, nameof(iv));
        var cipher = new BufferedBlockCipher(new CfbBlockCipher(new SM4Engine(), 128));
        cipher.Init(encrypt, new ParametersWithIV(new KeyParameter(key), iv));
        var output = new byte[input.Length];
        var written = cipher.ProcessBytes(input, output);
        cipher.DoFinal(output.AsSpan(written));
        return output;
    }
}
