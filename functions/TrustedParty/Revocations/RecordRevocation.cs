using Ascs.Contracts;
using Ascs.Evidence.Leaves;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Events;
using Ascs.TrustedParty.Evidence;
using Ascs.TrustedParty.EvidenceLog;
using Hash = Ascs.Evidence.Tree.Hash256;

namespace Ascs.TrustedParty.Revocations;

/// <summary>Marks a record as withdrawn and makes the evidence of it (ISC-6.2.1.2). Both halves converge when repeated.</summary>
internal sealed class RecordRevocation(IAidRecords records, LeafArchive archive, IEvidenceLog log, IEventOutbox events)
{
    private const string Leaf = LeafNames.Revoked;

    /// <summary>From here on nothing new is ordered. The first withdrawal's time and author stay.</summary>
    public async Task<AidRecord> MarkAsync(RevocationOrder order, CancellationToken ct) =>
        await records.ChangeAsync(new OwnedAid(order.EnterpriseId, order.Aid), r => r.RevokedAt is null ? r with { RevokedAt = order.At, RevokedBy = order.By } : r, ct)
        ?? throw new InvalidOperationException("A withdrawal of an AID that is not there.");

    /// <summary>Leaf kept, leaf in the log, event to the enterprise, its index on the record: in this order, so that a repetition finds what is missing.</summary>
    public async Task<AidRecord> AttestAsync(AidRecord record, string? author, CancellationToken ct)
    {
        if (record is { RevokedLeaf: not null } or { RevokedAt: null })
            return record;
        var kept = await archive.KeepAsync(record.AuthorisationId, Leaf, Facts(record, author), ct);
        var index = await log.AppendAsync($"revoke-{record.AuthorisationId}", [kept.Bytes], ct);
        await events.AppendAsync(
            record.EnterpriseId, $"revoked-{record.AuthorisationId}", [AidStatuses.Changed(record, record.RevokedAt.Value.ToTime())], ct);
        return await records.ChangeAsync(record.Owned, r => r.RevokedLeaf == index ? r : r with { RevokedLeaf = index }, ct) ?? record;
    }

    private static RevokedFacts Facts(AidRecord record, string? author) => new(
        record.Aid.ToString(), record.AuthorisationId.ToString(), Party(record.RevokedBy!.Value), WireName.Of(record.RevokedBy.Value),
        record.RevokedAt!.Value.ToTime(), author is null ? null : AuthorEvidence.HashOf(author), new Hash(record.GrantedHash.ToBytes()));

    private static string Party(RevokedBy by) => by switch
    {
        RevokedBy.Enterprise => "ENTERPRISE",
        RevokedBy.Operator => "OPERATOR",
        RevokedBy.Regulator => "REGULATOR",
        _ => "PERSON",
    };
}
