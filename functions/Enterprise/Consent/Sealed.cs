using System.Security.Cryptography;
using System.Text;
using Ascs.Gm;
using Ascs.Trust.Keys;

namespace Ascs.Enterprise.Consent;

/// <summary>What must not lie in the store in clear (ISC-6.1.1.3: stored encrypted): SM4-GCM under the key `sessions`, bound to the partition it lies in.</summary>
/// <param name="KeyVersion">Version of the key.</param>
/// <param name="Bytes">12-byte nonce, ciphertext and tag.</param>
internal sealed record Sealed(int KeyVersion, byte[] Bytes)
{
    /// <summary>Encrypts under the key in force.</summary>
    public static Sealed Of(KeyRing keys, string partition, ReadOnlySpan<byte> content)
    {
        var key = keys.Current(EnterpriseKeys.Sessions);
        var nonce = RandomNumberGenerator.GetBytes(Sm4Gcm.NonceLength);
        return new Sealed(key.Record.Version, [.. nonce, .. Sm4Gcm.Encrypt(key.Bytes, nonce, content, Encoding.UTF8.GetBytes(partition))]);
    }

    /// <summary>The content; null when the key is gone, the partition another, or a byte was changed.</summary>
    public byte[]? Open(KeyRing keys, string partition)
    {
        if (keys.Find(EnterpriseKeys.Sessions, KeyVersion) is not { } key || Bytes.Length <= Sm4Gcm.NonceLength)
            return null;
        var nonce = Bytes.AsSpan(0, Sm4Gcm.NonceLength);
        return Sm4Gcm.TryDecrypt(key.Bytes, nonce, Bytes.AsSpan(Sm4Gcm.NonceLength), Encoding.UTF8.GetBytes(partition), out var content) ? content : null;
    }
}
