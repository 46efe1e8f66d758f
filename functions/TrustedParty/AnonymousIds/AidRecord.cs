using Ascs.Contracts;

namespace Ascs.TrustedParty.AnonymousIds;

/// <summary>
/// Everything a decision to send needs about one AID, in one document: container Heads, partition = the AID, id = the enterprise.
/// Changed only by compare-and-swap on its ETag.
/// </summary>
/// <param name="V">1.</param>
/// <param name="Aid">The AID.</param>
/// <param name="AuthorisationId">Its authorisation.</param>
/// <param name="EnterpriseId">Whose.</param>
/// <param name="ServiceId">For which service.</param>
/// <param name="PolicyVersion">Version of the policy the person saw.</param>
/// <param name="Offers">Channels ticked with the promise made for each: what is enforced is what was shown.</param>
/// <param name="Language">The person's language.</param>
/// <param name="OperatorId">Home operator.</param>
/// <param name="Tag">The subscriber's tag at this enterprise.</param>
/// <param name="SealedId">SM3 of the sealed id recognised.</param>
/// <param name="ConsentedAt">Consent date.</param>
/// <param name="ExpiresAt">First instant at which it can't be used.</param>
/// <param name="Assurance">Assurance so far.</param>
/// <param name="GrantedLeaf">Index of the authorisation leaf.</param>
/// <param name="BoundLeaf">Index of the binding leaf.</param>
/// <param name="GrantedHash">RFC 6962 hash of the authorisation leaf: what revocations, expiry and raised assurance link to.</param>
/// <param name="BoundHash">RFC 6962 hash of the binding leaf: what outcomes link to.</param>
/// <param name="RaisedLeaf">Index of the leaf that raised the assurance.</param>
/// <param name="RevokedAt">When it was withdrawn.</param>
/// <param name="RevokedBy">Who withdrew it.</param>
/// <param name="RevokedLeaf">Index of the revocation leaf.</param>
/// <param name="ExpiredLeaf">Index of the leaf by which the sweep noted the expiry (it decides nothing).</param>
internal sealed record AidRecord(
    int V, Aid Aid, AuthorisationId AuthorisationId, EnterpriseId EnterpriseId, ServiceId ServiceId, int PolicyVersion, IReadOnlyList<ChannelOffer> Offers,
    Language Language, OperatorId OperatorId, SubscriberTag Tag, Digest SealedId, UnixTime ConsentedAt, UnixTime ExpiresAt, Assurance Assurance,
    long GrantedLeaf, long BoundLeaf, Digest GrantedHash, Digest BoundHash, long? RaisedLeaf = null, UnixTime? RevokedAt = null, RevokedBy? RevokedBy = null,
    long? RevokedLeaf = null, long? ExpiredLeaf = null)
{
    /// <summary>What it is looked up by.</summary>
    public OwnedAid Owned => new(EnterpriseId, Aid);

    /// <summary>State by the clock: a sweep that is late changes nothing (ISC-6.2.2.2).</summary>
    public AidState StateAt(DateTimeOffset now) =>
        RevokedAt is not null ? AidState.Revoked : now >= ExpiresAt.ToTime() ? AidState.Expired : AidState.Active;
}
