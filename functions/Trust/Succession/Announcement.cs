using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Ascs.Contracts;
using Ascs.Trust.Certificates;
using Ascs.Trust.Signing;

namespace Ascs.Trust.Succession;

/// <summary>
/// One certificate follows another: signed by both keys, over LP("ascs-certificate-v1", PlatID, predecessor, successor). It proves itself, whoever hands it over.
/// </summary>
public static class Announcement
{
    private const int MaxCertificate = 8 * 1024;

    /// <summary>Announces a successor.</summary>
    /// <param name="platform">Whose.</param>
    /// <param name="current">In force, with its key.</param>
    /// <param name="next">To come, with its key.</param>
    public static SuccessorRequest Make(PlatId platform, X509Certificate2 current, X509Certificate2 next)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(next);
        var input = Input(platform, current.RawData, next.RawData);
        return new SuccessorRequest(1, Text(current.RawData), Text(next.RawData), Text(Sign(current, input)), Text(Sign(next, input)));
    }

    /// <summary>Judges an announcement: pure but for the chain, which the authorities given decide.</summary>
    /// <param name="announced">As it came.</param>
    /// <param name="platform">Whose it must be.</param>
    /// <param name="newest">Thumbprint of the newest certificate pinned for the platform.</param>
    /// <param name="authorities">Whose certificates are accepted, and when.</param>
    /// <param name="thumbprint">The successor's; set when null is returned.</param>
    public static SuccessionFault? Judge(SuccessorRequest announced, PlatId platform, string newest, CertificateTrust authorities, out string thumbprint)
    {
        ArgumentNullException.ThrowIfNull(announced);
        ArgumentNullException.ThrowIfNull(authorities);
        thumbprint = "";
        try
        {
            if (Decode(announced.Predecessor) is not { } old || Decode(announced.Successor) is not { } young) return SuccessionFault.Malformed;
            if (!string.Equals(Convert.ToHexString(SHA256.HashData(old)), newest, StringComparison.OrdinalIgnoreCase)) return SuccessionFault.PredecessorNotPinned;
            using var predecessor = X509CertificateLoader.LoadCertificate(old);
            using var successor = X509CertificateLoader.LoadCertificate(young);
            if (CertificateIdentity.PlatformOf(predecessor) != platform || CertificateIdentity.PlatformOf(successor) != platform) return SuccessionFault.OtherPlatform;
            if (authorities.CheckClient(successor) is not null || authorities.CheckServer(successor) is not null) return SuccessionFault.Untrusted;
            if (successor.NotAfter <= predecessor.NotAfter) return SuccessionFault.RolledBack;
            var input = Input(platform, old, young);
            if (!Holds(predecessor, input, announced.PredecessorSignature) || !Holds(successor, input, announced.SuccessorSignature)) return SuccessionFault.SignatureWrong;
            thumbprint = CertificateIdentity.ThumbprintOf(successor);
            return null;
        }
        catch (CryptographicException)
        {
            return SuccessionFault.Malformed;
        }
    }

    private static byte[] Input(PlatId platform, byte[] predecessor, byte[] successor) =>
        LengthPrefixed.Join("ascs-certificate-v1"u8.ToArray(), Encoding.ASCII.GetBytes(platform.ToString()), predecessor, successor);

    private static byte[] Sign(X509Certificate2 certificate, byte[] input)
    {
        using var key = certificate.GetECDsaPrivateKey() ?? throw new ArgumentException("The certificate has no ECDSA private key.", nameof(certificate));
        return key.SignData(input, HashAlgorithmName.SHA256);
    }

    private static bool Holds(X509Certificate2 certificate, byte[] input, string signature)
    {
        using var key = certificate.GetECDsaPublicKey();
        return key is not null && Decode(signature) is { } bytes && key.VerifyData(input, bytes, HashAlgorithmName.SHA256);
    }

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);

    private static byte[]? Decode(string text) =>
        Base64Url.IsValid(text, out var length) && length is > 0 and <= MaxCertificate ? Base64Url.DecodeFromChars(text) : null;
}
