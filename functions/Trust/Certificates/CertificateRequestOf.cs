using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ascs.Contracts;

namespace Ascs.Trust.Certificates;

/// <summary>Puts the requests together that the authority signs; RFC 5280 profile, ECDSA P-256 with SHA-256 throughout.</summary>
internal static class CertificateRequestOf
{
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");
    private static readonly Oid ClientAuthentication = new("1.3.6.1.5.5.7.3.2");

    public static CertificateRequest Authority(string name, ECDsa key)
    {
        var request = new CertificateRequest(Subject(name), key, HashAlgorithmName.SHA256);
        // No intermediate authorities: path length 0. RFC 5280 4.2.1.9.
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request;
    }

    public static CertificateRequest Platform(PlatId platform, IEnumerable<string> names, ECDsa key) => Platform(platform, names, new PublicKey(key));

    public static CertificateRequest Platform(PlatId platform, IEnumerable<string> names, PublicKey key)
    {
        var request = new CertificateRequest(Subject(platform.ToString()), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        // A platform calls and is called under one identity. RFC 5280 4.2.1.12.
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([ServerAuthentication, ClientAuthentication], critical: false));
        request.CertificateExtensions.Add(Names(platform, names));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request;
    }

    private static X500DistinguishedName Subject(string commonName)
    {
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCommonName(commonName);
        return subject.Build();
    }

    private static X509Extension Names(PlatId platform, IEnumerable<string> names)
    {
        var alternatives = new SubjectAlternativeNameBuilder();
        alternatives.AddUri(new Uri(CertificateIdentity.UriOf(platform)));
        alternatives.AddDnsName("localhost");
        alternatives.AddIpAddress(IPAddress.Loopback);
        foreach (var name in names.Distinct(StringComparer.OrdinalIgnoreCase).Where(name => name is not ("localhost" or "127.0.0.1")))
        {
            if (IPAddress.TryParse(name, out var address)) alternatives.AddIpAddress(address);
            else alternatives.AddDnsName(name);
        }

        return alternatives.Build();
    }
}
