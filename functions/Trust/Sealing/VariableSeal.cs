using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Ascs.Contracts;
using Ascs.Gm;

namespace Ascs.Trust.Sealing;

/// <summary>Encrypts a person's variables under the content key: 12-byte nonce, SM4-GCM ciphertext and tag, base64url.</summary>
internal static class VariableSeal
{
    public static string Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> binding, IReadOnlyDictionary<string, string> values)
    {
        var salt = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        var content = JsonSerializer.SerializeToUtf8Bytes(new MessageVariables(salt, values), WireOptions.Strict);
        var nonce = RandomNumberGenerator.GetBytes(Sm4Gcm.NonceLength);
        return Base64Url.EncodeToString((ReadOnlySpan<byte>)[.. nonce, .. Sm4Gcm.Encrypt(key, nonce, content, binding)]);
    }
}
