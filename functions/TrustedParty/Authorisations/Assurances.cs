using Ascs.Contracts;
using Ascs.Evidence.Leaves;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Events;
using Ascs.TrustedParty.Evidence;
using Ascs.TrustedParty.EvidenceLog;
using Hash = Ascs.Evidence.Tree.Hash256;

namespace Ascs.TrustedParty.Authorisations;

/// <summary>Raises the assurance: leaf kept, leaf in the log, event, record. The record comes last: as long as it is not there, a repetition does all of it again.</summary>
internal sealed class Assurances(IAidRecords records, LeafArchive archive, IEvidenceLog log, IEventOutbox events) : IAssurances
{
    private const string Leaf = LeafNames.Raised;

    /// <inheritdoc/>
    public async Task RaiseAsync(AuthorisationId authorisation, UnixTime at, CancellationToken cancellationToken)
    {
        if (await records.FindByAuthorisationAsync(authorisation, cancellationToken) is not { RevokedAt: null, Assurance: Assurance.Browser } record)
            return; // without the person's own click the notice proves a reachable phone and no consent
        var leaf = await archive.KeepAsync(authorisation, Leaf, Facts(record, at), cancellationToken);
        var index = await log.AppendAsync($"raise-{authorisation}", [leaf.Bytes], cancellationToken);
        var raised = Raise(record, index);
        await events.AppendAsync(record.EnterpriseId, $"raised-{authorisation}", [AidStatuses.Changed(raised, at.ToTime())], cancellationToken);
        await records.ChangeAsync(record.Owned, now => Raise(now, index), cancellationToken);
    }

    private static AidRecord Raise(AidRecord record, long index) => record with { Assurance = Assurance.SubscriberNotice, RaisedLeaf = index };

    private static AssuranceRaisedFacts Facts(AidRecord record, UnixTime at) => new(
        record.AuthorisationId.ToString(), WireName.Of(Assurance.SubscriberNotice), record.OperatorId.ToString(), at.ToTime(), null,
        new Hash(record.GrantedHash.ToBytes()));
}
