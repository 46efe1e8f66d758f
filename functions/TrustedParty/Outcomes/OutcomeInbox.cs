using System.Collections.Concurrent;
using Ascs.Contracts;
using Ascs.Storage;
using Ascs.TrustedParty.Background;

namespace Ascs.TrustedParty.Outcomes;

/// <summary>Operators' reports, taken in sequence without gaps, stored in one write, applied later.</summary>
internal sealed class OutcomeInbox(IDocumentStore store)
{
    private readonly ConcurrentDictionary<OperatorId, Bell> bells = new();

    /// <summary>Takes a report.</summary>
    /// <param name="report">The report; <see cref="InboxReport.First"/> follows what is held, or what is held already comes again.</param>
    /// <param name="ct">Stops waiting; the report may be held nevertheless.</param>
    /// <returns>Last sequence held, or null when something before it is missing; then nothing was stored.</returns>
    public async Task<long?> TakeAsync(InboxReport report, CancellationToken ct)
    {
        var partition = OutcomesDocuments.InboxOf(report.Signed.Operator);
        while (true)
        {
            var head = await store.ReadAsync(Containers.Work, new DocumentKey(partition, OutcomesDocuments.Head), OutcomesDocuments.HeadSchema, ct);
            var through = head?.Value.Through ?? 0;
            if (report.First > through + 1) return null;
            if (report.Last() <= through) return through; // all of it came before
            var rest = report with { First = through + 1, Items = [.. report.Items.Skip((int)(through + 1 - report.First))] };
            Write[] writes =
            [
                OutcomesDocuments.ReportSchema.Create(OutcomesDocuments.Report(rest.First), rest),
                head is null
                    ? OutcomesDocuments.HeadSchema.Create(OutcomesDocuments.Head, new InboxHead(rest.Last()))
                    : OutcomesDocuments.HeadSchema.Replace(OutcomesDocuments.Head, new InboxHead(rest.Last()), head.ETag),
            ];
            if (await store.CommitAsync(Containers.Work, partition, writes, ct) is not CommitOutcome.Committed) continue;
            BellOf(report.Signed.Operator).Ring();
            return rest.Last();
        }
    }

    /// <summary>The oldest reports not applied yet.</summary>
    public async Task<IReadOnlyList<InboxReport>> WaitingAsync(OperatorId home, int most, CancellationToken ct)
    {
        var page = await store.RangeAsync(
            Containers.Work, OutcomesDocuments.InboxOf(home), OutcomesDocuments.ReportPrefix, IdRange.EndOf(OutcomesDocuments.ReportPrefix), most,
            OutcomesDocuments.ReportSchema, ct);
        return [.. page.Items.Select(i => i.Value)];
    }

    /// <summary>Takes applied reports away, at most 100.</summary>
    public Task RemoveAsync(OperatorId home, IReadOnlyList<InboxReport> applied, CancellationToken ct) =>
        store.CommitAsync(
            Containers.Work, OutcomesDocuments.InboxOf(home), [.. applied.Select(r => new Write.Delete(OutcomesDocuments.Report(r.First)))], ct);

    /// <summary>Rings when a report of the operator was taken.</summary>
    public Bell BellOf(OperatorId home) => bells.GetOrAdd(home, _ => new Bell());
}
