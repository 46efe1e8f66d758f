using System.Globalization;
using System.Text.Json;
using Ascs.Contracts;
using Ascs.Evidence.Tree;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Authorisations;
using Ascs.TrustedParty.Dispatches;
using Ascs.TrustedParty.Events;
using Ascs.TrustedParty.EvidenceLog;
using Ascs.TrustedParty.Workflow;

namespace Ascs.TrustedParty.Outcomes;

/// <summary>
/// Attests a round. The order, and why a crash after any step repeats nothing:
/// <list type="number">
/// <item>Usage of what was proved unsent is given back: giving it back again changes nothing.</item>
/// <item>Records are stored, then leaves appended under a batch id that follows from dispatch and round: the log takes it once, and no leaf is without its record.</item>
/// <item>Events are appended under the same key: the outbox takes it once.</item>
/// <item>The workflow is told. Before that the round is open and begins again at the first step.</item>
/// </list>
/// </summary>
internal sealed class AttestOutcomes(
    IAidRecords aids, UsageBook usage, IAuthorisationKeys keys, MakeLeaves make, RecordBook records, IEvidenceLog log, IEventOutbox events, IAssurances assurances,
    TimeProvider time)
{
    /// <summary>Attests the open round.</summary>
    public async Task<SendEvent> RunAsync(SendJob job, CancellationToken ct)
    {
        var told = job.State.Lines.Where(l => l.IsBeingTold).ToList();
        var complete = job with { Records = job.Records ?? await aids.ReadManyAsync(job.State.EnterpriseId, [.. told.Select(l => l.Aid)], ct) };
        await GiveBackAsync(complete, ct);
        var known = await keys.ReadManyAsync([.. told.Select(l => l.Authorisation!.Value)], ct);
        var leaves = make.Of(complete, known, await CorrectedAsync(job.State, ct));
        if (leaves.Count == 0) return Told(job.State, -1, leaves);
        await records.WriteAsync(job.State, leaves, ct);
        var first = await log.AppendAsync(KeyOf(job.State), [.. leaves.Select(l => l.Leaf.Bytes.ToArray())], ct);
        if (job.State.Kind == OrderKind.Notice) await RaiseAsync(job.State, leaves, ct);
        else await events.AppendAsync(job.State.EnterpriseId, KeyOf(job.State), [.. leaves.Select((l, i) => ToEvent(job.State, l.Recipient, first + i))], ct);
        return Told(job.State, first, leaves);
    }

    private static string KeyOf(SendState state) => string.Create(CultureInfo.InvariantCulture, $"{state.DispatchId}-{state.Round}");

    private SendEvent.Attested Told(SendState state, long first, IReadOnlyList<OutcomeLeaf> leaves) =>
        new(UnixTime.From(time.GetUtcNow()), state.Round, first, [.. leaves.Select(l => l.Recipient)]);

    private async Task<IReadOnlyDictionary<int, Hash256>> CorrectedAsync(SendState state, CancellationToken ct)
    {
        var former = Enumerable.Range(0, state.Lines.Count).Where(i => state.Lines[i].IsBeingTold && state.Lines[i].Former > 0).ToLookup(i => state.Lines[i].Former);
        var hashes = new Dictionary<int, Hash256>();
        foreach (var round in former)
        {
            var lines = (await records.ReadAsync(state.DispatchId, round.Key, ct))?.Lines ?? [];
            foreach (var line in lines.Where(l => round.Contains(l.Recipient))) hashes[line.Recipient] = new Hash256(line.LeafHash.ToBytes());
        }

        return hashes;
    }

    // Given back only what is proved unsent; UNKNOWN and what no answer came for stay counted.
    private async Task GiveBackAsync(SendJob job, CancellationToken ct)
    {
        var unsent = Enumerable.Range(0, job.State.Lines.Count)
            .Where(i => job.State.Lines[i] is { IsBeingTold: true, Told.IsProvedUnsent: true })
            .ToLookup(i => job.Records![job.State.Lines[i].Aid].Tag);
        if (unsent.Count == 0) return;
        await usage.ChangeAsync(
            job.State.EnterpriseId, [.. unsent.Select(g => g.Key)],
            (tag, before) => unsent[tag].Aggregate(before, (after, place) => UsageRules.GiveBack(after, job.State.DispatchId, place)),
            UnixTime.From(time.GetUtcNow()), ct);
    }

    // The notice arrived: for a person who clicked, the third independent source.
    private async Task RaiseAsync(SendState state, IReadOnlyList<OutcomeLeaf> leaves, CancellationToken ct)
    {
        foreach (var line in leaves.Select(l => state.Lines[l.Recipient]).Where(l => l.Told!.Outcome == SendOutcome.Delivered))
            await assurances.RaiseAsync(line.Authorisation!.Value, line.Told!.At, ct);
    }

    private static PendingEvent ToEvent(SendState state, int place, long leaf)
    {
        var told = state.Lines[place].Told!;
        var reason = told.Reason is { } inside ? SendReasons.ForEnterprise(inside) : default(SendReason?);
        var data = new OutcomeEvent(state.DispatchId, told.Outcome, reason, told.At, leaf);
        return new PendingEvent(EventTypes.Outcome, state.Lines[place].Aid, told.At.ToTime(), JsonSerializer.SerializeToElement(data, WireJson.Default.OutcomeEvent));
    }
}
