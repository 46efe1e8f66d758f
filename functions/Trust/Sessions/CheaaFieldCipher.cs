using System.Security.Cryptography;

namespace Ascs.Trust.Sessions;

/// <summary>AES-256 in CFB over whole blocks, or OFB when others send it, with a random iv (CHEAA-4.1.3.1 a) and HMAC-SHA256.</summary>
internal sealed class CheaaFieldCipher : FieldCipher
{
    private const int Block = 16;
    private const string Ofb = "cheaa-ofb";

    private readonly byte[] encryptionKey;
    private readonly byte[] macKey;

    public CheaaFieldCipher(string keyId, ReadOnlySpan<byte> key)
        : base(keyId)
    {
        var derived = HKDF.DeriveKey(HashAlgorithmName.SHA256, key.ToArray(), 64, salt: null, info: "ascs-fields-v1 cheaa"u8.ToArray());
        (encryptionKey, macKey) = (derived[..32], derived[32..]);
    }

    public override IReadOnlyList<string> Algorithms { get; } = ["cheaa-cfb", Ofb];

    private protected override byte[] Encrypt(string algorithm, byte[] iv, byte[] text) =>
        algorithm == Ofb ? WithStream(iv, text) : Cut(text, (aes, padded) => aes.EncryptCfb(padded, iv, PaddingMode.None, 128));

    private protected override byte[] Decrypt(string algorithm, byte[] iv, byte[] ciphertext) =>
        algorithm == Ofb ? WithStream(iv, ciphertext) : Cut(ciphertext, (aes, padded) => aes.DecryptCfb(padded, iv, PaddingMode.None, 128));

    private protected override byte[] Mac(byte[] input) => HMACSHA256.HashData(macKey, input);

    // NIST SP 800-38A 6.3: the last segment may be short. The framework takes whole blocks only; what zeros at the end become is cut off again.
    private byte[] Cut(byte[] input, Func<Aes, byte[], byte[]> transform)
    {
        var padded = new byte[(input.Length + Block - 1) / Block * Block];
        input.CopyTo(padded, 0);
        using var aes = NewAes();
        return transform(aes, padded)[..input.Length];
    }

    // NIST SP 800-38A 6.4: each block of the stream is the one before, encrypted. The framework has no OFB.
    private byte[] WithStream(byte[] iv, byte[] input)
    {
        using var aes = NewAes();
        var (output, stream) = (new byte[input.Length], iv);
        for (var i = 0; i < input.Length; i++)
        {
            if (i % Block == 0) stream = aes.EncryptEcb(stream, PaddingMode.None);
            output[i] = (byte)(input[i] ^ stream[i % Block]);
        }

        return output;
    }

    private Aes NewAes()
    {
        var aes = Aes.Create();
        aes.Key = encryptionKey;
        return aes;
    }
}
