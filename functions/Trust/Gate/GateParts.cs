using Ascs.Trust.Directory;
using Ascs.Trust.Idempotency;
using Ascs.Trust.Limits;
using Ascs.Trust.Replay;

namespace Ascs.Trust.Gate;

/// <summary>What the checks consult.</summary>
/// <param name="Directory">Who is known.</param>
/// <param name="Secrets">What is shared with whom.</param>
/// <param name="PublicKeys">Author keys stated by peers.</param>
/// <param name="Replay">Signed messages received before.</param>
/// <param name="Idempotency">Acts received before.</param>
/// <param name="Limiter">How much has come lately.</param>
internal sealed record GateParts(
    IPlatformDirectory Directory, IPairSecrets Secrets, IPublicKeys PublicKeys, ReplayMemory Replay, IdempotencyTable Idempotency, Limiter Limiter);
