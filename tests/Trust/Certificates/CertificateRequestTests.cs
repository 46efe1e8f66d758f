using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ascs.Trust.Certificates;

namespace Ascs.Trust.Tests.Certificates;

/// <summary>What the authority makes of a request: its own profile around the asker's key.</summary>
public sealed class CertificateRequestTests : IDisposable
{
    private readonly CertificateAuthority _authority = CertificateAuthority.Create("Ascs test authority", Issued.Now);
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    [Fact]
    public void a_platform_gets_a_certificate_for_its_own_key_that_the_others_accept()
    {
        using var certificate = Assert.IsType<IssueOutcome.Issued>(_authority.Issue(Request(CertificateIdentity.UriOf(Issued.Platform())), Issued.Now)).Certificate;
        using var trust = new CertificateTrust([_authority.Certificate], new FixedTime(Issued.Now));
        Assert.Null(trust.CheckClient(certificate));
        Assert.Null(trust.CheckServer(certificate));
        Assert.Equal(Issued.Platform(), CertificateIdentity.PlatformOf(certificate));
        Assert.True(certificate.MatchesHostname("books.example"));
        Assert.Equal(Issued.Now.AddDays(90), certificate.NotAfter);
        Assert.Equal(_key.ExportSubjectPublicKeyInfo(), certificate.PublicKey.ExportSubjectPublicKeyInfo());
        Assert.False(certificate.HasPrivateKey);
    }

    [Fact]
    public void what_else_a_request_asks_for_is_not_granted()
    {
        var greedy = Ask(CertificateIdentity.UriOf(Issued.Platform()));
        greedy.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        greedy.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        using var certificate = Assert.IsType<IssueOutcome.Issued>(_authority.Issue(greedy.CreateSigningRequestPem(), Issued.Now)).Certificate;
        Assert.False(certificate.Extensions.OfType<X509BasicConstraintsExtension>().Single().CertificateAuthority);
        Assert.Equal(X509KeyUsageFlags.DigitalSignature, certificate.Extensions.OfType<X509KeyUsageExtension>().Single().KeyUsages);
    }

    [Theory]
    [InlineData("urn:ascs:plat:12")]
    [InlineData("https://books.example/")]
    public void a_request_without_a_PlatID_is_refused(string uri) =>
        Assert.Equal(new IssueOutcome.Refused(CertificateFault.NoPlatform), _authority.Issue(Request(uri), Issued.Now));

    [Fact]
    public void a_request_that_its_own_key_did_not_sign_is_refused()
    {
        using var thief = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var stolen = Ask(CertificateIdentity.UriOf(Issued.Platform())).CreateSigningRequest(X509SignatureGenerator.CreateForECDsa(thief));
        Refused(PemEncoding.WriteString("CERTIFICATE REQUEST", stolen));
    }

    [Fact]
    public void a_request_of_another_kind_of_key_is_refused()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Refused(Named(new CertificateRequest("CN=1", other, HashAlgorithmName.SHA256), CertificateIdentity.UriOf(Issued.Platform())).CreateSigningRequestPem());
        using var rsa = RSA.Create(2048);
        Refused(Named(new CertificateRequest("CN=1", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), CertificateIdentity.UriOf(Issued.Platform())).CreateSigningRequestPem());
        Refused("no request at all");
    }

    public void Dispose()
    {
        _authority.Dispose();
        _key.Dispose();
    }

    private void Refused(string request) => Assert.Equal(new IssueOutcome.Refused(CertificateFault.RequestInvalid), _authority.Issue(request, Issued.Now));

    private string Request(string uri) => Ask(uri).CreateSigningRequestPem();

    private CertificateRequest Ask(string uri) => Named(new CertificateRequest("CN=1", _key, HashAlgorithmName.SHA256), uri);

    private static CertificateRequest Named(CertificateRequest request, string uri)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddUri(new Uri(uri));
        names.AddDnsName("books.example");
        request.CertificateExtensions.Add(names.Build());
        return request;
    }
}
