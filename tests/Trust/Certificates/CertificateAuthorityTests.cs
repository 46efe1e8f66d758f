using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ascs.Trust.Certificates;

namespace Ascs.Trust.Tests.Certificates;

public sealed class CertificateAuthorityTests : IDisposable
{
    private readonly CertificateAuthority _authority = CertificateAuthority.Create("Ascs test authority", Issued.Now);
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void a_platform_certificate_has_its_platform_its_names_both_uses_and_ninety_days()
    {
        using var certificate = Issued.By(_authority, Issued.Now);
        Assert.Equal(Issued.Platform(), CertificateIdentity.PlatformOf(certificate));
        Assert.All(["localhost", "127.0.0.1", "tp.example"], name => Assert.True(certificate.MatchesHostname(name)));
        Assert.False(certificate.MatchesHostname("other.example"));
        Assert.Equal(Issued.Now.AddDays(90), certificate.NotAfter);
        Assert.Equal("1.2.840.10045.3.1.7", certificate.GetECDsaPublicKey()!.ExportParameters(false).Curve.Oid.Value);
        Assert.Equal(["1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2"],
            certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().Single().EnhancedKeyUsages.Cast<Oid>().Select(oid => oid.Value));
    }

    [Theory]
    [InlineData(0, CertificateFault.Expired)]
    [InlineData(-1, CertificateFault.Expired)]
    [InlineData(731, CertificateFault.LivesTooLong)]
    [InlineData(1825, CertificateFault.LivesTooLong)]
    [InlineData(1826, CertificateFault.Expired)] // would outlive the authority
    public void a_lifetime_that_is_not_allowed_is_refused(int days, CertificateFault expected) =>
        Assert.Equal(new IssueOutcome.Refused(expected), _authority.Issue(Issued.Platform(), [], Issued.Now, TimeSpan.FromDays(days)));

    [Fact]
    public void twenty_four_months_to_the_second_are_allowed_and_one_more_is_not()
    {
        var start = Issued.Now - CertificateLimits.Backdating;
        var longest = start.AddMonths(24) - Issued.Now;
        using var certificate = Issued.By(_authority, Issued.Now, longest);
        Assert.IsType<IssueOutcome.Refused>(_authority.Issue(Issued.Platform(), [], Issued.Now, longest + TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void a_thumbprint_is_the_certificates_own_and_spelled_as_the_framework_does()
    {
        using var first = Issued.By(_authority, Issued.Now);
        using var second = Issued.By(_authority, Issued.Now);
        Assert.Equal(first.GetCertHashString(HashAlgorithmName.SHA256), CertificateIdentity.ThumbprintOf(first));
        Assert.NotEqual(CertificateIdentity.ThumbprintOf(first), CertificateIdentity.ThumbprintOf(second));
    }

    [Fact]
    public void what_was_saved_is_loaded_and_private_keys_are_their_owners_alone()
    {
        var (certificateFile, keyFile) = (_folder.File("ca.pem"), _folder.File("ca.key"));
        _authority.Save(certificateFile, keyFile);
        using var loaded = CertificateAuthority.Load(certificateFile, keyFile);
        using var issued = Issued.By(loaded, Issued.Now);
        using var trust = new CertificateTrust([_authority.Certificate], new FixedTime(Issued.Now));
        Assert.Null(trust.CheckClient(issued));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(keyFile));
    }

    [Fact]
    public void existing_files_are_never_overwritten()
    {
        _authority.Save(_folder.File("ca.pem"), _folder.File("ca.key"));
        using var other = CertificateAuthority.Create("Another", Issued.Now);
        Assert.Throws<CertificateFileException>(() => other.Save(_folder.File("ca.pem"), _folder.File("ca.key")));
        using var loaded = CertificateAuthority.Load(_folder.File("ca.pem"), _folder.File("ca.key"));
        Assert.Equal(CertificateIdentity.ThumbprintOf(_authority.Certificate), CertificateIdentity.ThumbprintOf(loaded.Certificate));
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void a_private_key_open_to_others_is_refused(UnixFileMode wider)
    {
        _authority.Save(_folder.File("ca.pem"), _folder.File("ca.key"));
        File.SetUnixFileMode(_folder.File("ca.key"), UnixFileMode.UserRead | UnixFileMode.UserWrite | wider);
        var error = Assert.Throws<CertificateFileException>(() => CertificateAuthority.Load(_folder.File("ca.pem"), _folder.File("ca.key")));
        Assert.Contains("chmod 600", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void absent_damaged_and_foreign_files_are_one_clear_sentence()
    {
        _authority.Save(_folder.File("ca.pem"), _folder.File("ca.key"));
        using var other = CertificateAuthority.Create("Another", Issued.Now);
        other.Save(_folder.File("other.pem"), _folder.File("other.key"));
        Assert.Throws<CertificateFileException>(() => PemFiles.Load(_folder.File("ca.pem"), _folder.File("absent.key")));
        Assert.Throws<CertificateFileException>(() => PemFiles.Load(_folder.File("ca.pem"), _folder.File("other.key")));
        File.WriteAllText(_folder.File("broken.pem"), "no certificate");
        Assert.Throws<CertificateFileException>(() => PemFiles.LoadCertificate(_folder.File("broken.pem")));
        Assert.Throws<CertificateFileException>(() => PemFiles.Load(_folder.File("broken.pem"), _folder.File("ca.key")));
    }

    public void Dispose()
    {
        _authority.Dispose();
        _folder.Dispose();
    }
}
