using System.Runtime.CompilerServices;
using System.Security.Cryptography.X509Certificates;
using Ascs.Contracts;
using Ascs.Trust.Certificates;

namespace Ascs.Trust.Gate;

/// <summary>A client certificate whose key the connection proved and whose authority is trusted here.</summary>
/// <param name="Platform">The PlatID it names; null when it names none.</param>
/// <param name="Thumbprint">SHA-256 of the whole certificate, 64 hex digits.</param>
public sealed record ProvedCertificate(PlatId? Platform, string Thumbprint)
{
    // A connection shows the same object on each of its calls; it is read once and forgotten with it.
    private static readonly ConditionalWeakTable<X509Certificate2, ProvedCertificate> Read = [];

    /// <summary>Reads a certificate; null for none.</summary>
    public static ProvedCertificate? Of(X509Certificate2? certificate) => certificate is null ? null
        : Read.GetValue(certificate, static read => new ProvedCertificate(CertificateIdentity.PlatformOf(read), CertificateIdentity.ThumbprintOf(read)));
}
