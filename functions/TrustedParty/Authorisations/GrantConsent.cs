using Ascs.Contracts;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Confirmations;
using Ascs.TrustedParty.Dispatches;
using Ascs.TrustedParty.Evidence;
using Ascs.TrustedParty.EvidenceLog;
using Ascs.TrustedParty.Expiry;

namespace Ascs.TrustedParty.Authorisations;

/// <summary>
/// Turns a consent document into an authorisation and its AID. The order of the writes, each of which converges when it is made again, so that a call repeated
/// after a crash at any of them ends with the same AID and no second leaf:
/// <list type="number">
/// <item>the authorisation's key (before this, by <see cref="Consents"/>);</item>
/// <item>the consent with both leaves, one commit: THE DECISION. Before it nothing is stored of the consent, after it consent date and AID stand;</item>
/// <item>both leaves in the log, one batch (ISC-6.2.2.1: authorisation, then AID, then binding);</item>
/// <item>the day it expires, for the sweep;</item>
/// <item>the AID's record: from here on it can be sent to;</item>
/// <item>authorisation → AID;</item>
/// <item>withdrawn at once when the person, whom nobody had asked, has said no meanwhile: before the enterprise learns of the AID;</item>
/// <item>the subscriber notice.</item>
/// </list>
/// </summary>
internal sealed class GrantConsent(
    IEvidenceLog log, LeafArchive archive, AidRecords records, ExpiryIndex expiry, Clicks clicks, IRevocations revocations, INotices notices)
{
    public async Task<AuthoriseAnswer> GrantAsync(ConsentDocument consent, CancellationToken ct)
    {
        var leaves = await archive.ReadAsync(consent.AuthorisationId, ct);
        var (granted, bound) = (leaves[LeafNames.Granted], leaves[LeafNames.Bound]);
        var first = await log.AppendAsync($"grant-{consent.AuthorisationId}", [granted.Bytes, bound.Bytes], ct);
        var record = Record(consent, first, granted, bound);
        await expiry.AddAsync(record, ct);
        record = await records.CreateOrReadAsync(record, ct);
        await records.PointAsync(record.AuthorisationId, record.Owned, ct);
        if (await IsDeclinedAsync(consent, ct))
            await revocations.RevokeAsync([record], RevokedBy.PersonOnPage, null, ct);
        else
            await notices.EnqueueAsync(record, ct);
        var receipt = await log.ProveAsync([first, first + 1], ct);
        return new AuthoriseAnswer(1, record.AuthorisationId, record.Aid, record.ConsentedAt, record.ExpiresAt, record.Assurance, receipt);
    }

    private async Task<bool> IsDeclinedAsync(ConsentDocument consent, CancellationToken ct) =>
        consent.Assurance == Assurance.EnterpriseOnly && await clicks.FindAsync(consent.EnterpriseId, consent.ConsentNonce, ct) is { Kind: ClickKind.Declined };

    private static AidRecord Record(ConsentDocument consent, long first, KeptLeaf granted, KeptLeaf bound) => new(
        1, consent.Aid, consent.AuthorisationId, consent.EnterpriseId, consent.ServiceId, consent.PolicyVersion, Offers(consent), consent.Choices.Language,
        consent.OperatorId, consent.Tag, consent.SealedId, consent.ConsentedAt, consent.ExpiresAt, consent.Assurance, first, first + 1,
        Digest.From(granted.Leaf().Hash.ToArray()), Digest.From(bound.Leaf().Hash.ToArray()));

    // What is enforced is what was shown: the promises of the policy in the consent, not of a later version.
    private static IReadOnlyList<ChannelOffer> Offers(ConsentDocument consent)
    {
        var policy = PolicyText.Read(consent.Policy);
        return [.. policy.Offers.Where(offer => consent.Choices.Channels.Contains(offer.Channel))];
    }
}
