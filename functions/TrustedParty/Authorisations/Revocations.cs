using System.Text.Json;
using Ascs.Contracts;
using Ascs.Evidence.Leaves;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Events;
using Ascs.TrustedParty.Evidence;
using Ascs.TrustedParty.EvidenceLog;

namespace Ascs.TrustedParty.Authorisations;

/// <summary>
/// Withdraws authorisations (ISC-6.1.1.6, 6.2.1.2). The order of the writes, each of which converges when made again:
/// <list type="number">
/// <item>the withdrawal is noted: whatever happens from here on, it will be carried out;</item>
/// <item>the record is marked: every decision from here on refuses;</item>
/// <item>the leaf, and its index in the record;</item>
/// <item>the event to the enterprise;</item>
/// <item>the block at the home operator: in-flight orders stop;</item>
/// <item>the note goes.</item>
/// </list>
/// </summary>
internal sealed class Revocations(
    RevocationOutbox outbox, IAidRecords records, LeafArchive archive, IEvidenceLog log, IEventOutbox events, OperatorBlocks blocks, TimeProvider time) : IRevocations
{
    /// <summary>How long an order already at an operator that is away may still be handed over: its `notAfter` and the skew allowed between clocks.</summary>
    private static readonly TimeSpan OrderPatience = TimeSpan.FromSeconds(30) + TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public async Task<RevokeAnswer> RevokeAsync(IReadOnlyList<AidRecord> records, RevokedBy by, string? author, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await outbox.NoteAsync([.. records.Select(r => (r.AuthorisationId, new Revocation(r.Aid, by, author, UnixTime.From(now))))], cancellationToken);
        var marked = await Task.WhenAll(records.Select(record => MarkAsync(record.Aid, by, author, now, cancellationToken)));
        var blocked = await blocks.ApplyAsync(marked, cancellationToken);
        await outbox.DoneAsync([.. blocked.Keys], cancellationToken);
        var results = marked.Select(record => new RevokeResult(
            record.Aid, AidState.Revoked, blocked.ContainsKey(record.AuthorisationId), blocked.GetValueOrDefault(record.AuthorisationId))).ToArray();
        return new RevokeAnswer(1, results, results.All(result => result.Blocked) ? null : UnixTime.From(now + OrderPatience));
    }

    /// <summary>Carries out what is noted and not done yet.</summary>
    public async Task ResumeAsync(CancellationToken ct)
    {
        foreach (var waiting in (await outbox.ReadAsync(ct)).GroupBy(revocation => (revocation.By, revocation.Author)))
        {
            foreach (var chunk in waiting.Chunk(500))
            {
                var found = await records.ReadManyAsync([.. chunk.Select(revocation => revocation.Aid)], ct);
                await RevokeAsync([.. found.Values], waiting.Key.By, waiting.Key.Author, ct);
            }
        }
    }

    private async Task<AidRecord> MarkAsync(Aid aid, RevokedBy by, string? author, DateTimeOffset now, CancellationToken ct)
    {
        var record = await ChangeAsync(aid, r => r.RevokedAt is null ? r with { RevokedAt = UnixTime.From(now), RevokedBy = by } : r, ct);
        if (record.RevokedLeaf is not null)
            return record;
        var facts = new RevokedFacts(
            aid.ToString(), record.AuthorisationId.ToString(), WireName.Of(record.RevokedBy!.Value), WireName.Of(record.RevokedBy.Value), record.RevokedAt!.Value.ToTime(),
            author is null ? null : AuthorEvidence.HashOf(author), new(record.GrantedHash!.Value.ToBytes()));
        var leaf = await archive.KeepAsync(record.AuthorisationId, "revoked", facts, ct);
        var index = await log.AppendAsync($"revoke-{record.AuthorisationId}", [leaf.Bytes], ct);
        var status = JsonSerializer.SerializeToElement(AidStatuses.Of(record, now), WireOptions.Strict);
        await events.AppendAsync(record.EnterpriseId, $"revoked-{record.AuthorisationId}", [new(EventTypes.AidChanged, aid, now, status)], ct);
        return await ChangeAsync(aid, r => r.RevokedLeaf is null ? r with { RevokedLeaf = index } : r, ct);
    }

    private async Task<AidRecord> ChangeAsync(Aid aid, Func<AidRecord, AidRecord> change, CancellationToken ct) =>
        await records.ChangeAsync(aid, change, ct) ?? throw new InvalidOperationException("An AID record is gone.");
}
