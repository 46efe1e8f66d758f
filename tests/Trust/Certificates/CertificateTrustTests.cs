using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ascs.Trust.Certificates;

namespace Ascs.Trust.Tests.Certificates;

public sealed class CertificateTrustTests : IDisposable
{
    private const string Client = "1.3.6.1.5.5.7.3.2";
    private readonly CertificateAuthority _authority = CertificateAuthority.Create("Ascs test authority", Issued.Now);
    private readonly CertificateAuthority _foreign = CertificateAuthority.Create("Ascs test authority", Issued.Now);
    private readonly FixedTime _time = new(Issued.Now);
    private readonly CertificateTrust _trust;

    public CertificateTrustTests() => _trust = new CertificateTrust([_authority.Certificate], _time);

    [Fact]
    public void a_certificate_of_the_own_authority_is_accepted_at_both_ends()
    {
        using var certificate = Issued.By(_authority, Issued.Now);
        Assert.Null(_trust.CheckClient(certificate));
        Assert.Null(_trust.CheckServer(certificate));
        Assert.True(_trust.AcceptsClient(certificate, null, SslPolicyErrors.RemoteCertificateChainErrors));
    }

    [Fact]
    public void none_is_missing() => Assert.Equal(CertificateFault.Missing, _trust.CheckClient(null));

    [Fact]
    public void an_authority_of_the_same_name_is_still_foreign()
    {
        using var certificate = Issued.By(_foreign, Issued.Now);
        Assert.Equal(CertificateFault.ForeignAuthority, _trust.CheckClient(certificate));
    }

    [Fact]
    public void the_authority_itself_is_no_platform() => Assert.NotNull(_trust.CheckClient(_authority.Certificate));

    [Theory]
    [InlineData(-6, CertificateFault.NotYetValid)]
    [InlineData(-4, null)]
    [InlineData((90 * 24 * 60) - 1, null)]
    [InlineData((90 * 24 * 60) + 1, CertificateFault.Expired)]
    public void time_is_the_providers(int minutes, CertificateFault? expected)
    {
        using var certificate = Issued.By(_authority, Issued.Now);
        _time.Now = Issued.Now.AddMinutes(minutes);
        Assert.Equal(expected, _trust.CheckServer(certificate));
    }

    [Theory]
    [InlineData("urn:ascs:plat:1795996800123456", null)]
    [InlineData("urn:ascs:plat:17959968001234567", CertificateFault.NoPlatform)]
    [InlineData("urn:ascs:plat:", CertificateFault.NoPlatform)]
    [InlineData("urn:ascs:plat:0795996800123456", CertificateFault.NoPlatform)]
    [InlineData("https://tp.example/", CertificateFault.NoPlatform)]
    [InlineData("urn:ascs:plat:1795996800123456 urn:ascs:plat:1795996800123457", CertificateFault.NoPlatform)]
    [InlineData("", CertificateFault.NoPlatform)]
    public void a_certificate_claims_exactly_one_platform(string uris, CertificateFault? expected)
    {
        using var certificate = Forged(TimeSpan.FromDays(90), Client, uris.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(expected, _trust.CheckClient(certificate));
    }

    [Fact]
    public void what_lives_over_24_months_is_refused_although_the_authority_signed_it()
    {
        using var certificate = Forged(TimeSpan.FromDays(740), Client, CertificateIdentity.UriOf(Issued.Platform()));
        Assert.Equal(CertificateFault.LivesTooLong, _trust.CheckClient(certificate));
    }

    [Theory, InlineData("1.3.6.1.5.5.7.3.1"), InlineData("1.3.6.1.5.5.7.3.4"), InlineData(null)]
    public void a_certificate_for_another_use_is_refused(string? use)
    {
        using var certificate = Forged(TimeSpan.FromDays(90), use, CertificateIdentity.UriOf(Issued.Platform()));
        Assert.Equal(CertificateFault.WrongUse, _trust.CheckClient(certificate));
    }

    [Fact]
    public void a_server_must_be_the_one_called()
    {
        using var certificate = Issued.By(_authority, Issued.Now);
        var other = Issued.Platform(1_795_996_800_123_457);
        Assert.Null(_trust.CheckCalled(certificate, SslPolicyErrors.RemoteCertificateChainErrors, Issued.Platform()));
        Assert.Null(_trust.CheckCalled(certificate, SslPolicyErrors.None, expected: null));
        Assert.Equal(CertificateFault.OtherPlatform, _trust.CheckCalled(certificate, SslPolicyErrors.None, other));
        Assert.Equal(CertificateFault.OtherName, _trust.CheckCalled(certificate, SslPolicyErrors.RemoteCertificateNameMismatch, Issued.Platform()));
        Assert.Equal(CertificateFault.Missing, _trust.CheckCalled(null, SslPolicyErrors.RemoteCertificateNotAvailable, Issued.Platform()));
    }

    public void Dispose()
    {
        _trust.Dispose();
        _authority.Dispose();
        _foreign.Dispose();
    }

    // What our authority would not issue, signed with its key all the same: the checks must not lean on the issuer's care.
    private X509Certificate2 Forged(TimeSpan lifetime, string? use, params string[] uris)
    {
        using var folder = new TemporaryFolder();
        _authority.Save(folder.File("ca.pem"), folder.File("ca.key"));
        using var signer = PemFiles.Load(folder.File("ca.pem"), folder.File("ca.key"));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=forged", key, HashAlgorithmName.SHA256);
        if (use is not null) request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(use)], false));
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        foreach (var uri in uris) names.AddUri(new Uri(uri, UriKind.RelativeOrAbsolute));
        request.CertificateExtensions.Add(names.Build());
        return request.Create(signer, Issued.Now.AddMinutes(-5), Issued.Now + lifetime, [1]);
    }
}
