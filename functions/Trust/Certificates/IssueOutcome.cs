using System.Security.Cryptography.X509Certificates;

namespace Ascs.Trust.Certificates;

/// <summary>What became of a request for a certificate.</summary>
public abstract record IssueOutcome
{
    private IssueOutcome() { }

    /// <summary>Issued.</summary>
    /// <param name="Certificate">With its private key; the caller disposes it.</param>
    public sealed record Issued(X509Certificate2 Certificate) : IssueOutcome;

    /// <summary>Not issued.</summary>
    /// <param name="Fault">Why.</param>
    public sealed record Refused(CertificateFault Fault) : IssueOutcome;
}
