using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Ascs.Contracts;

namespace Ascs.Trust.Pairing;

/// <summary>The secret that two platforms share from pairing on: each computes it from its own certificate key and the other's certificate, so it never travels.</summary>
public static class PairAgreement
{
    private const int Length = 32;

    /// <summary>HKDF-SHA256 over the ECDH of the two certificate keys, salted by both PlatIDs (docs/trust-protocol.md 6). The caller zeroes it.</summary>
    /// <param name="own">This platform's certificate with its private key.</param>
    /// <param name="self">This platform.</param>
    /// <param name="peer">The other's certificate.</param>
    /// <param name="other">The other platform.</param>
    public static byte[] SecretOf(X509Certificate2 own, PlatId self, X509Certificate2 peer, PlatId other)
    {
        // The certificates' key usage names signing only, so the framework hands their keys out as signing keys.
        using var signing = own.GetECDsaPrivateKey() ?? throw new ArgumentException("The certificate has no ECDSA private key.", nameof(own));
        using var checking = peer.GetECDsaPublicKey() ?? throw new ArgumentException("The certificate has no ECDSA key.", nameof(peer));
        var parameters = signing.ExportParameters(true);
        using var privateKey = ECDiffieHellman.Create(parameters);
        using var publicKey = ECDiffieHellman.Create(checking.ExportParameters(false));
        var shared = privateKey.DeriveRawSecretAgreement(publicKey.PublicKey);
        try
        {
            return HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, Length, SHA256.HashData(Ids(self, other)), "ascs-pair-v1"u8.ToArray());
        }
        finally
        {
            CryptographicOperations.ZeroMemory(shared);
            CryptographicOperations.ZeroMemory(parameters.D);
        }
    }

    // In ascending order, so that both sides have the same.
    private static byte[] Ids(PlatId one, PlatId other) =>
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Math.Min(one.Value, other.Value)}{Math.Max(one.Value, other.Value)}"));
}
