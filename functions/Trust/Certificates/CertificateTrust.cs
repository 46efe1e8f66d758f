using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Ascs.Contracts;

namespace Ascs.Trust.Certificates;

/// <summary>Accepts certificates of the platforms' own authorities and of nobody else: neither the system's store nor the network is asked.
/// Serves Kestrel (client certificates) and HttpClient (server certificates). Thread-safe.</summary>
public sealed class CertificateTrust : IDisposable
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    private readonly X509Certificate2Collection _authorities;
    private readonly TimeProvider _time;

    /// <param name="authorities">Public parts of the authorities; copied.</param>
    /// <param name="time">Says when a certificate is judged.</param>
    public CertificateTrust(IEnumerable<X509Certificate2> authorities, TimeProvider time)
    {
        _authorities = [.. authorities.Select(authority => X509CertificateLoader.LoadCertificate(authority.RawData))];
        _time = time;
        if (_authorities.Count == 0) throw new ArgumentException("At least one authority is needed.", nameof(authorities));
    }

    /// <summary>Judges the certificate of a caller.</summary>
    public CertificateFault? CheckClient(X509Certificate2? certificate) => Check(certificate, ClientAuthentication);

    /// <summary>Judges the certificate of a platform called; the name is for the TLS stack to compare, see <see cref="ServerCallback"/>.</summary>
    public CertificateFault? CheckServer(X509Certificate2? certificate) => Check(certificate, ServerAuthentication);

    /// <summary>For Kestrel's <c>ClientCertificateValidation</c>: whether the caller may finish the handshake. Who it is, the gate asks.</summary>
    public bool AcceptsClient(X509Certificate2 certificate, X509Chain? chain, SslPolicyErrors errors) => CheckClient(certificate) is null;

    /// <summary>For <c>SslClientAuthenticationOptions.RemoteCertificateValidationCallback</c>: own authority, the name called, and the platform expected there.</summary>
    /// <param name="expected">The platform called, or null when any platform of the authority will do.</param>
    public RemoteCertificateValidationCallback ServerCallback(PlatId? expected = null) => (_, certificate, _, errors) =>
        CheckCalled(certificate as X509Certificate2, errors, expected) is null;

    /// <summary>What <see cref="ServerCallback"/> decides by.</summary>
    public CertificateFault? CheckCalled(X509Certificate2? certificate, SslPolicyErrors errors, PlatId? expected)
    {
        // Chain errors are ours to judge (the system does not know the authority); a wrong name is the stack's finding and stays one.
        if (CheckServer(certificate) is { } fault) return fault;
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)) return CertificateFault.OtherName;
        return expected is null || CertificateIdentity.PlatformOf(certificate!) == expected ? null : CertificateFault.OtherPlatform;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var authority in _authorities) authority.Dispose();
    }

    private CertificateFault? Check(X509Certificate2? certificate, string use)
    {
        if (certificate is null) return CertificateFault.Missing;
        var now = _time.GetUtcNow();
        if (now < certificate.NotBefore) return CertificateFault.NotYetValid;
        if (now > certificate.NotAfter) return CertificateFault.Expired;
        if (!HasOwnChain(certificate, now)) return CertificateFault.ForeignAuthority;
        if (!CertificateLimits.Allows(certificate.NotBefore, certificate.NotAfter)) return CertificateFault.LivesTooLong; // CHEAA-4.1.1 b
        if (!IsFor(certificate, use)) return CertificateFault.WrongUse;
        return CertificateIdentity.PlatformOf(certificate) is null ? CertificateFault.NoPlatform : null;
    }

    private bool HasOwnChain(X509Certificate2 certificate, DateTimeOffset now)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(_authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck; // revocation is taking a platform off the list of partners
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = now.UtcDateTime;
        var built = chain.Build(certificate);
        // The authority's own certificate is no platform's: a chain has exactly two links.
        var isLeaf = chain.ChainElements.Count == 2;
        foreach (var element in chain.ChainElements) element.Certificate.Dispose();
        return built && isLeaf;
    }

    // A certificate without an extended key usage is for anything, so not good enough.
    private static bool IsFor(X509Certificate2 certificate, string use) =>
        certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().Any(extension => extension.EnhancedKeyUsages.Cast<System.Security.Cryptography.Oid>().Any(oid => oid.Value == use));
}
