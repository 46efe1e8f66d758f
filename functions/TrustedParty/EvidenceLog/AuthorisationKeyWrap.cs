using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ascs.Contracts;
using Ascs.Gm;
using Ascs.Trust.Keys;

namespace Ascs.TrustedParty.EvidenceLog;

/// <summary>SM4-GCM under the ring's key `authorisations`: `version.base64url(nonce || ciphertext || tag)`, the authorisation as associated data.</summary>
internal sealed class AuthorisationKeyWrap(KeyRing ring) : IAuthorisationKeyWrap
{
    /// <inheritdoc/>
    public string Wrap(AuthorisationId authorisation, ReadOnlySpan<byte> key)
    {
        var wrapping = ring.Current(TrustedPartyKeys.Authorisations);
        var nonce = RandomNumberGenerator.GetBytes(Sm4Gcm.NonceLength); // under 2^32 keys a version: far from the birthday bound of SP 800-38D 8.3
        byte[] wrapped = [.. nonce, .. Sm4Gcm.Encrypt(wrapping.Bytes, nonce, key, Binding(authorisation))];
        return string.Create(CultureInfo.InvariantCulture, $"{wrapping.Record.Version}.{Base64Url.EncodeToString(wrapped)}");
    }

    /// <inheritdoc/>
    public byte[] Unwrap(AuthorisationId authorisation, string wrapped)
    {
        if (wrapped.Split('.') is not [var version, var text] || !int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || !Base64Url.IsValid(text) || Base64Url.DecodeFromChars(text) is not { Length: > Sm4Gcm.NonceLength } bytes)
            throw new InvalidDataException("A stored authorisation key is malformed.");
        var wrapping = ring.Find(TrustedPartyKeys.Authorisations, number)
            ?? throw new InvalidDataException($"A stored authorisation key needs version {number} of its wrapping key, which is gone.");
        return Sm4Gcm.TryDecrypt(wrapping.Bytes, bytes.AsSpan(0, Sm4Gcm.NonceLength), bytes.AsSpan(Sm4Gcm.NonceLength), Binding(authorisation), out var key)
            ? key : throw new InvalidDataException("A stored authorisation key was changed or belongs to another authorisation.");
    }

    private static byte[] Binding(AuthorisationId authorisation) => Encoding.ASCII.GetBytes($"ascs-authorisation-key-1|{authorisation}");
}
