using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ascs.Contracts;

namespace Ascs.Trust.Certificates;

/// <summary>What a request for a certificate asks for.</summary>
/// <param name="Platform">The PlatID it names.</param>
/// <param name="Names">Host names and addresses.</param>
/// <param name="Key">The key that signed the request.</param>
internal sealed record AskedFor(PlatId Platform, IReadOnlyList<string> Names, PublicKey Key)
{
    private const string P256 = "1.2.840.10045.3.1.7";

    /// <summary>Reads a request whose signature proves that the asker has the key.</summary>
    /// <returns>The first fault, or null.</returns>
    public static CertificateFault? Read(string pem, out AskedFor? asked)
    {
        asked = null;
        try
        {
            // The extensions are only read here; what is issued has those of our own profile.
            var request = CertificateRequest.LoadSigningRequestPem(pem, HashAlgorithmName.SHA256, CertificateRequestLoadOptions.UnsafeLoadCertificateExtensions);
            if (!IsP256(request.PublicKey)) return CertificateFault.RequestInvalid;
            if (CertificateIdentity.PlatformOf(request.CertificateExtensions) is not { } platform) return CertificateFault.NoPlatform;
            asked = new AskedFor(platform, [.. request.CertificateExtensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(NamesOf)], request.PublicKey);
            return null;
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            return CertificateFault.RequestInvalid;
        }
    }

    private static bool IsP256(PublicKey key)
    {
        using var ecdsa = key.GetECDsaPublicKey();
        return ecdsa?.ExportParameters(false).Curve.Oid.Value == P256;
    }

    private static IEnumerable<string> NamesOf(X509SubjectAlternativeNameExtension names) =>
        [.. names.EnumerateDnsNames(), .. names.EnumerateIPAddresses().Select(address => address.ToString())];
}
