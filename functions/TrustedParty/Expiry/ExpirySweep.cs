using Ascs.Evidence.Leaves;
using Ascs.Storage;
using Ascs.Trust.Hosting;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Events;
using Ascs.TrustedParty.Evidence;
using Ascs.TrustedParty.EvidenceLog;
using Microsoft.Extensions.Logging;
using Hash = Ascs.Evidence.Tree.Hash256;

namespace Ascs.TrustedParty.Expiry;

/// <summary>
/// Notes what has expired: a leaf and an event (ISC-6.2.2.2). It decides nothing: an AID stops by the clock whether the sweep has seen it or not. Day by day
/// through <see cref="ExpiryIndex"/>; a day is done when it is past and empty.
/// </summary>
internal sealed class ExpirySweep(
    IDocumentStore store, ExpiryIndex index, IAidRecords records, LeafArchive archive, IEvidenceLog log, IEventOutbox events, TimeProvider time,
    ILogger<ExpirySweep> logger)
    : PeriodicWork("expiry", TimeSpan.FromMinutes(1), "The expiry sweep failed and is tried again; nothing can be used longer for it", time, logger)
{
    private const string Leaf = LeafNames.Expired;
    private const int AtOnce = 500;

    /// <summary>Sweeps everything that is due.</summary>
    public override async Task RunOnceAsync(CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);
        var stored = await store.ReadAsync(Containers.Heads, SweepCursor.Key, SweepCursor.Schema, ct);
        for (var day = stored?.Value.Day ?? today; day <= today; day = day.AddDays(1))
        {
            await SweepAsync(day, ct);
            // Nothing can expire on a past day any more: terms begin now and are at least a day long.
            await store.CommitAsync(Containers.Heads, SweepCursor.Key.Partition, [SweepCursor.Schema.Upsert(SweepCursor.Key.Id, new SweepCursor(day))], ct);
        }
    }

    private async Task SweepAsync(DateOnly day, CancellationToken ct)
    {
        for (var from = IdRange.First; from is not null;)
        {
            var (aids, next) = await index.OfAsync(day, from, AtOnce, ct);
            var found = (await records.ReadManyAsync(aids, ct)).ToDictionary(record => record.Owned);
            var now = Time.GetUtcNow();
            var due = aids.Where(aid => !found.TryGetValue(aid, out var record) || record.ExpiresAt.ToTime() <= now).ToList();
            foreach (var record in due.Where(found.ContainsKey).Select(aid => found[aid]).Where(record => record is { RevokedAt: null, ExpiredLeaf: null }))
                await NoteAsync(record, ct);
            await index.RemoveAsync(day, due, ct);
            from = next;
        }
    }

    private async Task NoteAsync(AidRecord record, CancellationToken ct)
    {
        var authorisation = record.AuthorisationId.ToString();
        var facts = new ExpiredFacts(record.Aid.ToString(), authorisation, record.ExpiresAt.ToTime(), new Hash(record.GrantedHash.ToBytes()));
        var kept = await archive.KeepAsync(record.AuthorisationId, Leaf, facts, ct);
        var leaf = await log.AppendAsync($"expire-{authorisation}", [kept.Bytes], ct);
        await events.AppendAsync(record.EnterpriseId, $"expired-{authorisation}", [AidStatuses.Changed(record, record.ExpiresAt.ToTime())], ct);
        await records.ChangeAsync(record.Owned, r => r with { ExpiredLeaf = leaf }, ct);
    }
}
