using Ascs.Contracts;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Services;
using Ascs.TrustedParty.Workflow;

namespace Ascs.TrustedParty.Dispatches;

/// <summary>Decides for the recipients of a dispatch, for now or for a later instant, and counts what goes out.</summary>
internal sealed class Verification(IAidRecords aids, UsageBook usage, IServiceCatalogue services, DispatchOptions options)
{
    /// <summary>The enterprise's own among AIDs. A foreign one is not found: nothing may tell it from an unknown one.</summary>
    public Task<IReadOnlyDictionary<Aid, AidRecord>> ReadAsync(EnterpriseId enterprise, IReadOnlyCollection<Aid> wanted, CancellationToken ct) =>
        aids.ReadManyAsync(enterprise, wanted, ct);

    /// <summary>Decides for an instant and writes nothing.</summary>
    public async Task<Verified> LookAheadAsync(
        DispatchId dispatch, SendPlan plan, IReadOnlyList<(int Recipient, Aid Aid)> recipients, IReadOnlyDictionary<Aid, AidRecord> records, DateTimeOffset at,
        CancellationToken ct)
    {
        var sheet = new DecisionSheet(dispatch, plan, PolicyOf(plan), recipients, records, at, options.OrderPatience);
        foreach (var (tag, before) in await usage.ReadAsync(plan.EnterpriseId, sheet.Tags, ct)) sheet.Decide(tag, before);
        return new Verified([.. sheet.Decisions.Select(d => d with { NotAfter = null })], sheet.Records);
    }

    /// <summary>
    /// Decides for now, counts the allowed and notes the refused. Repeating it for the same dispatch counts nothing twice. The recipients of one person are decided
    /// one after another, also against other dispatches at the same time: the document of their usage is the lock.
    /// </summary>
    public async Task<Verified> FireAsync(
        DispatchId dispatch, SendPlan plan, IReadOnlyList<(int Recipient, Aid Aid)> recipients, IReadOnlyDictionary<Aid, AidRecord> records, DateTimeOffset now,
        CancellationToken ct)
    {
        var sheet = new DecisionSheet(dispatch, plan, PolicyOf(plan), recipients, records, now, options.OrderPatience);
        await usage.ChangeAsync(plan.EnterpriseId, sheet.Tags, sheet.Decide, UnixTime.From(now), ct);
        return new Verified(sheet.Decisions, sheet.Records);
    }

    /// <summary>Notes refusals of a dispatch that is only scheduled, so that they are found in the person's history.</summary>
    public Task NoteRefusedAsync(DispatchId dispatch, SendPlan plan, Verified verified, IReadOnlyList<Aid> aids, DateTimeOffset now, CancellationToken ct)
    {
        var refused = verified.Decisions.Where(d => d.Reasons.Count > 0 && d.Authorisation is not null)
            .ToLookup(d => verified.Records[aids[d.Recipient]].Tag);
        return usage.ChangeAsync(
            plan.EnterpriseId, [.. refused.Select(g => g.Key)],
            (tag, before) => refused[tag].Aggregate(before, (after, d) =>
                UsageRules.Note(after, dispatch, d.Recipient, d.Authorisation!.Value, UnixTime.From(now), plan.Channel, counted: false)),
            UnixTime.From(now), ct);
    }

    /// <summary>Decides for a notice now and notes it, so that the next one of its service today is refused; no promise counts it.</summary>
    public async Task<Verified> FireNoticeAsync(DispatchId dispatch, AidRecord record, DateTimeOffset now, CancellationToken ct)
    {
        var instant = UnixTime.From(now);
        LineDecision decision = null!; // by the newest usage: the call below decides at least once
        await usage.ChangeAsync(record.EnterpriseId, [record.Tag], (_, before) =>
        {
            decision = DecideNotice.Of(record, UsageRules.IsTold(before, record.ServiceId, instant, dispatch), now, options.OrderPatience);
            return UsageRules.Note(before, dispatch, 0, record.AuthorisationId, instant, Channel.Sms, decision.Reasons.Count == 0, record.ServiceId);
        }, instant, ct);
        return new Verified([decision], new Dictionary<Aid, AidRecord> { [record.Aid] = record });
    }

    // The dispatch was accepted under a policy, and policies are never taken away.
    private ServicePolicy PolicyOf(SendPlan plan) =>
        services.Policy(plan.EnterpriseId, plan.ServiceId) ?? throw new InvalidOperationException("A service with dispatches has lost its policy.");
}
