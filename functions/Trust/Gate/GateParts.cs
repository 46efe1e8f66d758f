using Ascs.Trust.Directory;
using Ascs.Trust.Idempotency;
using Ascs.Trust.Limits;
using Ascs.Trust.Replay;
using Ascs.Trust.Sessions;
using Ascs.Trust.Signing;

namespace Ascs.Trust.Gate;

/// <summary>What the checks consult.</summary>
/// <param name="Directory">Who is known.</param>
/// <param name="Secrets">What is shared with whom.</param>
/// <param name="Sessions">Who is logged in.</param>
/// <param name="PublicKeys">Author keys stated by peers.</param>
/// <param name="Replay">Signed messages received before.</param>
/// <param name="Idempotency">Acts received before.</param>
/// <param name="Limiter">How much has come lately.</param>
internal sealed record GateParts(
    IPlatformDirectory Directory, IPairSecrets Secrets, SessionStore Sessions, IPublicKeys PublicKeys, ReplayMemory Replay, IdempotencyTable Idempotency, Limiter Limiter)
{
    /// <summary>
    /// What the answer to a caller is signed under: the key of its signature; where this platform doesn't know that session (any more), the pair secret, so that
    /// the caller can believe it and logs in anew. Null when its signature can't be read, or the two share nothing.
    /// </summary>
    public async ValueTask<PairSecret?> FindSecretAsync(Passage passage, CancellationToken ct)
    {
        if (passage.Secret is { } known) return known;
        if (passage.Call.Fields(SignedFieldNames.Signature).Count != 1) return null;
        var (signature, fault) = (passage.Signature, default(SignatureFault?));
        if (signature is null) fault = RequestVerifier.Read(passage.Message, out signature);
        if (fault is not null) return fault == SignatureFault.AuthorizationMissing ? Secrets.Current(passage.Claimed) : null;
        if (!PairSecret.IsSession(signature!.KeyId)) return Secrets.Find(passage.Claimed, signature.KeyId);
        var session = await Sessions.FindAsync(passage.Claimed, ct);
        return session?.Id.KeyId == signature.KeyId ? session.Mac : Secrets.Current(passage.Claimed);
    }
}
