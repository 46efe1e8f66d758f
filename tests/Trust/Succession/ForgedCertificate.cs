using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ascs.Contracts;
using Ascs.Trust.Certificates;
using Ascs.Trust.Tests.Certificates;

namespace Ascs.Trust.Tests.Succession;

/// <summary>What the authority would not issue, signed with its key all the same.</summary>
internal static class ForgedCertificate
{
    public static X509Certificate2 Of(CertificateAuthority authority, PlatId platform, DateTimeOffset from, DateTimeOffset to)
    {
        using var folder = new TemporaryFolder();
        authority.Save(folder.File("ca.pem"), folder.File("ca.key"));
        using var signer = PemFiles.Load(folder.File("ca.pem"), folder.File("ca.key"));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=forged", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1"), new Oid("1.3.6.1.5.5.7.3.2")], false));
        var names = new SubjectAlternativeNameBuilder();
        names.AddUri(new Uri(CertificateIdentity.UriOf(platform)));
        request.CertificateExtensions.Add(names.Build());
        using var issued = request.Create(signer, from, to, [1]);
        return issued.CopyWithPrivateKey(key);
    }
}
