using Ascs.Contracts;

namespace Ascs.Enterprise.Subscriptions;

/// <summary>A subscription as its person sees it: no AID, which is nothing to them.</summary>
/// <param name="Reference">Names it in a form.</param>
/// <param name="Policy">Its service, as agreed to.</param>
/// <param name="State">State by the clock.</param>
/// <param name="Channels">Channels agreed to.</param>
/// <param name="ConsentedAt">Consent date.</param>
/// <param name="ExpiresAt">End of its term.</param>
/// <param name="RevokedAt">When it was cancelled.</param>
public sealed record MySubscription(
    ConsentNonce Reference, ServicePolicy Policy, AidState State, IReadOnlyList<Channel> Channels, UnixTime ConsentedAt, UnixTime ExpiresAt, UnixTime? RevokedAt);
