using Ascs.Contracts;
using Ascs.Trust.Signing;

namespace Ascs.Trust.Gate;

/// <summary>The certificate that the connection proved is the one pinned for the PlatID claimed (CHEAA-4.1.2.1 d). A certificate of somebody else, and no id at all, too.</summary>
internal sealed class CheckCertificate : Check
{
    public override IReadOnlyList<ProblemCode> Refusals { get; } = [ProblemCodes.CertificateMismatch];

    private protected override Problem? Run(Passage passage, GateParts parts)
    {
        var lines = passage.Call.Fields(SignedFieldNames.PlatId);
        if (lines.Count != 1 || !PlatId.TryParse(lines[0], out var claimed)) return Unless(false);
        passage.Claimed = claimed;
        return Unless(passage.Call.CertificateThumbprint is { } thumbprint && IsOf(parts, claimed, thumbprint));
    }

    // An id that nobody here has is the next check's matter, unless the certificate is pinned for another id.
    private static bool IsOf(GateParts parts, PlatId claimed, string thumbprint) => parts.Directory.Find(claimed) is { } peer
        ? peer.CertificateThumbprint == thumbprint
        : parts.Directory.Peers.All(other => other.CertificateThumbprint != thumbprint);
}
