using System.Diagnostics.CodeAnalysis;
using Ascs.Gm;

namespace Ascs.Trust.Sessions;

/// <summary>SM4 in CFB over whole blocks with HMAC-SM3; keys by HKDF with SM3.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Lives as long as its session; the collector takes both.")]
internal sealed class GmFieldCipher : FieldCipher
{
    private readonly byte[] encryptionKey;
    private readonly HmacSm3Key mac;

    public GmFieldCipher(string keyId, ReadOnlySpan<byte> key)
        : base(keyId)
    {
        var derived = HkdfSm3.DeriveKey(key, salt: [], "ascs-fields-v1 gm"u8, 48);
        (encryptionKey, mac) = (derived[..16], new HmacSm3Key(derived.AsSpan(16)));
    }

    public override IReadOnlyList<string> Algorithms { get; } = ["gm-cfb"];

    private protected override byte[] Encrypt(string algorithm, byte[] iv, byte[] text) => Sm4Cfb.Encrypt(encryptionKey, iv, text);

    private protected override byte[] Decrypt(string algorithm, byte[] iv, byte[] ciphertext) => Sm4Cfb.Decrypt(encryptionKey, iv, ciphertext);

    private protected override byte[] Mac(byte[] input) => mac.Compute(input);
}
