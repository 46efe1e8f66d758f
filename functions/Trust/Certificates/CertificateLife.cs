using System.Security.Cryptography.X509Certificates;

namespace Ascs.Trust.Certificates;

/// <summary>When a certificate is renewed.</summary>
public static class CertificateLife
{
    // Peers that are away for this long miss the change and have to be paired anew: serving an expired certificate would cost all of them.
    private static readonly TimeSpan Reserve = TimeSpan.FromDays(7);

    /// <summary>Two thirds of its life: from then on it should have a successor.</summary>
    public static DateTimeOffset DueAt(X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        DateTimeOffset from = certificate.NotBefore, to = certificate.NotAfter;
        return from + ((to - from) * 2 / 3);
    }

    /// <summary>Whether it should have been renewed by now.</summary>
    public static bool IsDue(X509Certificate2 certificate, DateTimeOffset now) => now >= DueAt(certificate);

    /// <summary>Whether the successor has to serve now, even though some peers don't know it yet.</summary>
    public static bool IsEnding(X509Certificate2 certificate, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return now >= certificate.NotAfter - Reserve;
    }
}
