using Ascs.Contracts;

namespace Ascs.Enterprise.Subscriptions;

/// <summary>One AID as the enterprise last heard of it: container Heads, partition = the AID, id = `subscription`.</summary>
/// <param name="Status">State as of the last event or answer; expiry is read by the clock.</param>
/// <param name="AuthorisationId">Its authorisation.</param>
/// <param name="ConsentNonce">The showing it came from.</param>
/// <param name="ConsentedAt">Consent date.</param>
internal sealed record Subscription(AidStatus Status, AuthorisationId AuthorisationId, ConsentNonce ConsentNonce, UnixTime ConsentedAt)
{
    /// <summary>The status by the clock.</summary>
    public AidStatus StatusAt(DateTimeOffset now) =>
        Status.State == AidState.Active && Status.ExpiresAt is { } end && now >= end.ToTime() ? Status with { State = AidState.Expired } : Status;
}
