using Ascs.Contracts;
using Ascs.Trust.Signing;

namespace Ascs.Trust.Gate;

/// <summary>
/// CHEAA-4.1.2.2 a: the key that the signature names is that of the caller's session, opened on a certificate that is this connection's; or the pair secret where
/// there can't be a session yet. An unreadable signature is the next check's matter.
/// </summary>
internal sealed class CheckSession : Check
{
    public override IReadOnlyList<ProblemCode> Refusals { get; } = [ProblemCodes.AccessTokenInvalid];

    internal override async ValueTask<Problem?> RunAsync(Passage passage, GateParts parts, CancellationToken cancellationToken)
    {
        var fault = RequestVerifier.Read(passage.Message, out var signature);
        if (fault == SignatureFault.AuthorizationMissing) return Unless(false);
        if (fault is not null) return null;
        passage.Signature = signature;
        if (PairSecret.IsSession(signature!.KeyId) == (passage.Endpoint.Session == SessionNeed.Pair)) return Unless(false);
        if (passage.Endpoint.Session == SessionNeed.Pair)
        {
            passage.Secret = parts.Secrets.Find(passage.Claimed, signature.KeyId);
            return null;
        }

        var session = await parts.Sessions.FindAsync(passage.Claimed, cancellationToken);
        var isCallers = session?.Id.KeyId == signature.KeyId && IsConnections(session.Record.Certificate, passage);
        // The refusal of a session that is none is signed under the pair secret, and without looking for the session again.
        (passage.Session, passage.Secret) = isCallers ? (session, session!.Mac) : (null, parts.Secrets.Current(passage.Claimed));
        return Unless(isCallers);
    }

    // Bound to the certificate, not to the connection (CHEAA-4.1.2.1 d): after a renewal the caller logs in anew.
    private static bool IsConnections(string certificate, Passage passage) =>
        string.Equals(certificate, passage.Call.Certificate?.Thumbprint, StringComparison.OrdinalIgnoreCase);
}
