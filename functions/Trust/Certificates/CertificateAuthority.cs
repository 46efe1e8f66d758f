using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ascs.Contracts;

namespace Ascs.Trust.Certificates;

/// <summary>The platforms' common authority (CHEAA-4.1.1 b allows one of their own). An attacker who has its key can pose as any platform
/// until the pinned keys give him away; keep it apart from every platform.</summary>
public sealed class CertificateAuthority : IDisposable
{
    private const int SerialLength = 16;

    // Owned: certificate with its private key.
    private readonly X509Certificate2 _certificate;

    private CertificateAuthority(X509Certificate2 certificate) => _certificate = certificate;

    /// <summary>The public part, for those who trust this authority. The caller disposes it.</summary>
    public X509Certificate2 Certificate => X509CertificateLoader.LoadCertificate(_certificate.RawData);

    /// <summary>Makes a new authority.</summary>
    /// <param name="name">Common name, for people.</param>
    /// <param name="now">Start of its life, less five minutes.</param>
    /// <param name="lifetime">Five years when null.</param>
    public static CertificateAuthority Create(string name, DateTimeOffset now, TimeSpan? lifetime = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateAuthority(CertificateRequestOf.Authority(name, key).CreateSelfSigned(now - CertificateLimits.Backdating, now + (lifetime ?? CertificateLimits.Authority)));
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="CertificateFileException">A file is absent, damaged, readable by others, or the two don't belong together.</exception>
    public static CertificateAuthority Load(string certificateFile, string keyFile) => new(PemFiles.Load(certificateFile, keyFile));

    /// <summary>Writes the certificate, and the private key with mode 0600. Existing files are not overwritten.</summary>
    /// <exception cref="CertificateFileException">A file is there already or can't be written.</exception>
    public void Save(string certificateFile, string keyFile) => PemFiles.Save(_certificate, certificateFile, keyFile);

    /// <summary>Issues a platform certificate for TLS at both ends: the PlatID as <c>urn:ascs:plat:…</c>, localhost, 127.0.0.1 and the names given.</summary>
    /// <param name="platform">Whose it is.</param>
    /// <param name="names">Host names and IP addresses under which the platform is called.</param>
    /// <param name="now">Start of validity, less five minutes.</param>
    /// <param name="lifetime">From <paramref name="now"/>; 90 days when null.</param>
    /// <returns>The certificate with its private key, or why it was not issued: <see cref="CertificateFault.LivesTooLong"/> over 24 months,
    /// <see cref="CertificateFault.Expired"/> when it would end before it starts or outlive the authority.</returns>
    public IssueOutcome Issue(PlatId platform, IEnumerable<string> names, DateTimeOffset now, TimeSpan? lifetime = null)
    {
        var term = (NotBefore: now - CertificateLimits.Backdating, NotAfter: now + (lifetime ?? CertificateLimits.Default));
        if (FaultOf(term.NotBefore, term.NotAfter, now) is { } fault) return new IssueOutcome.Refused(fault);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var issued = CertificateRequestOf.Platform(platform, names, key).Create(_certificate, term.NotBefore, term.NotAfter, Serial());
        return new IssueOutcome.Issued(PemFiles.Usable(issued.CopyWithPrivateKey(key)));
    }

    /// <summary>Issues what a platform of somebody else's making asks for: its key never leaves it. Nothing of the request counts but the key, the PlatID and the names.</summary>
    /// <param name="request">PKCS#10 (RFC 2986) in PEM, with <c>urn:ascs:plat:…</c> and host names as subject alternative names.</param>
    /// <param name="now">Start of validity, less five minutes; it ends after 90 days.</param>
    /// <returns>The certificate without a private key, or why it was not issued.</returns>
    public IssueOutcome Issue(string request, DateTimeOffset now)
    {
        if (AskedFor.Read(request, out var asked) is { } unreadable) return new IssueOutcome.Refused(unreadable);
        var term = (NotBefore: now - CertificateLimits.Backdating, NotAfter: now + CertificateLimits.Default);
        if (FaultOf(term.NotBefore, term.NotAfter, now) is { } fault) return new IssueOutcome.Refused(fault);
        return new IssueOutcome.Issued(CertificateRequestOf.Platform(asked!.Platform, asked.Names, asked.Key).Create(_certificate, term.NotBefore, term.NotAfter, Serial()));
    }

    /// <inheritdoc/>
    public void Dispose() => _certificate.Dispose();

    private CertificateFault? FaultOf(DateTimeOffset notBefore, DateTimeOffset notAfter, DateTimeOffset now)
    {
        if (notAfter <= now || notAfter > _certificate.NotAfter) return CertificateFault.Expired;
        return CertificateLimits.Allows(notBefore, notAfter) ? null : CertificateFault.LivesTooLong; // CHEAA-4.1.1 b
    }

    // RFC 5280 4.1.2.2: positive, unique, at most 20 bytes.
    private static byte[] Serial()
    {
        var serial = RandomNumberGenerator.GetBytes(SerialLength);
        serial[0] = (byte)((serial[0] & 0x7f) | 0x40);
        return serial;
    }
}
