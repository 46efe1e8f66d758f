using System.Text.Json;
using Ascs.Contracts;
using Ascs.Evidence.Leaves;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Events;
using Ascs.TrustedParty.Evidence;
using Ascs.TrustedParty.EvidenceLog;

namespace Ascs.TrustedParty.Expiry;

/// <summary>
/// Notes expired AIDs (ISC-6.2.2.2): a leaf and an event each. It decides nothing: every decision asks the clock (<see cref="AidRecord.StateAt"/>),
/// so a sweep that is late or missing changes no answer.
/// </summary>
internal sealed class ExpirySweep(
    ExpiryIndex index, SweptDays swept, IAidRecords records, LeafArchive archive, IEvidenceLog log, IEventOutbox events)
{
    private const int PageSize = 200;

    /// <summary>Sweeps every day from the last one that is finished to today; answers how many AIDs it noted.</summary>
    public async Task<int> SweepAsync(DateTimeOffset now, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var noted = 0;
        for (var day = await swept.FirstOpenAsync(today, ct); day <= today; day = day.AddDays(1))
        {
            noted += await SweepDayAsync(day, now, ct);
            if (day < today)
                await swept.FinishAsync(day, ct);
        }

        return noted;
    }

    private async Task<int> SweepDayAsync(DateOnly day, DateTimeOffset now, CancellationToken ct)
    {
        var noted = 0;
        for (string? from = string.Empty; from is not null;)
        {
            var (aids, next) = await index.OfAsync(day, from, PageSize, ct);
            var due = (await records.ReadManyAsync(aids, ct)).Values.Where(record => record.StateAt(now) != AidState.Active).ToArray();
            foreach (var record in due.Where(record => record.StateAt(now) == AidState.Expired && record.ExpiredLeaf is null))
            {
                await NoteAsync(record, now, ct);
                noted++;
            }

            await index.RemoveAsync(day, [.. due.Select(record => record.Aid)], ct);
            from = next;
        }

        return noted;
    }

    private async Task NoteAsync(AidRecord record, DateTimeOffset now, CancellationToken ct)
    {
        var facts = new ExpiredFacts(record.Aid.ToString(), record.AuthorisationId.ToString(), record.ExpiresAt.ToTime(), new(record.GrantedHash!.Value.ToBytes()));
        var leaf = await archive.KeepAsync(record.AuthorisationId, "expired", facts, ct);
        var place = await log.AppendAsync($"expire-{record.AuthorisationId}", [leaf.Bytes], ct);
        var status = JsonSerializer.SerializeToElement(AidStatuses.Of(record, now), WireOptions.Strict);
        await events.AppendAsync(record.EnterpriseId, $"expired-{record.AuthorisationId}", [new(EventTypes.AidChanged, record.Aid, now, status)], ct);
        await records.ChangeAsync(record.Aid, r => r.ExpiredLeaf is null ? r with { ExpiredLeaf = place } : r, ct);
    }
}
