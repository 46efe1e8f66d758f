using Ascs.Contracts;
using Ascs.Trust.Signing;

namespace Ascs.Trust.Gate;

/// <summary>The certificate that the connection proved names the PlatID claimed, and is the very one pinned at pairing (CHEAA-4.1.2.1 d).</summary>
internal sealed class CheckCertificate : Check
{
    public override IReadOnlyList<ProblemCode> Refusals { get; } = [ProblemCodes.CertificateMismatch];

    private protected override Problem? Run(Passage passage, GateParts parts)
    {
        var lines = passage.Call.Fields(SignedFieldNames.PlatId);
        if (lines.Count != 1 || !PlatId.TryParse(lines[0], out var claimed)) return Unless(false);
        passage.Claimed = claimed;
        return Unless(passage.Call.Certificate is { } certificate && certificate.Platform == claimed && IsPinned(parts, claimed, certificate));
    }

    // An id that nobody here has is the next check's matter.
    private static bool IsPinned(GateParts parts, PlatId claimed, ProvedCertificate certificate) =>
        parts.Directory.Find(claimed) is not { } peer || parts.Directory.IsPinned(peer, certificate.Thumbprint);
}
