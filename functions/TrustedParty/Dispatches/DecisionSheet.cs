using Ascs.Contracts;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Workflow;

namespace Ascs.TrustedParty.Dispatches;

/// <summary>
/// The decisions of one dispatch while they are taken, person by person. A person's recipients are decided in order, each seeing those before it; deciding a person
/// again, on a newer usage, replaces what was decided.
/// </summary>
internal sealed class DecisionSheet
{
    private readonly DispatchId dispatch;
    private readonly SendPlan plan;
    private readonly ServicePolicy policy;
    private readonly DateTimeOffset at;
    private readonly TimeSpan patience;
    private readonly LineDecision[] decisions;
    private readonly Dictionary<SubscriberTag, List<(int Place, int Recipient, AidRecord Record)>> byTag = [];

    public DecisionSheet(
        DispatchId dispatch, SendPlan plan, ServicePolicy policy, IReadOnlyList<(int Recipient, Aid Aid)> recipients, IReadOnlyDictionary<Aid, AidRecord> records,
        DateTimeOffset at, TimeSpan patience)
    {
        (this.dispatch, this.plan, this.policy, this.at, this.patience, Records) = (dispatch, plan, policy, at, patience, records);
        decisions = new LineDecision[recipients.Count];
        for (var i = 0; i < recipients.Count; i++)
        {
            var (recipient, aid) = recipients[i];
            if (records.GetValueOrDefault(aid) is not { } record)
                decisions[i] = new LineDecision(recipient, null, null, DecideSend.Of(null, plan, policy, default, at), null);
            else if (byTag.TryGetValue(record.Tag, out var list)) list.Add((i, recipient, record));
            else byTag[record.Tag] = [(i, recipient, record)];
        }
    }

    /// <summary>The enterprise's own among the AIDs.</summary>
    public IReadOnlyDictionary<Aid, AidRecord> Records { get; }

    /// <summary>The persons, each to be decided.</summary>
    public IReadOnlyCollection<SubscriberTag> Tags => byTag.Keys;

    /// <summary>One for each recipient, in order; complete once every person is decided.</summary>
    public IReadOnlyList<LineDecision> Decisions => decisions;

    /// <summary>Decides a person's recipients on their usage and answers the usage with them in it.</summary>
    public Usage Decide(SubscriberTag tag, Usage usage)
    {
        var instant = UnixTime.From(at);
        foreach (var (place, recipient, record) in byTag[tag])
        {
            var reasons = DecideSend.Of(record, plan, policy, UsageRules.Counts(usage, plan.Channel, instant, dispatch, recipient), at);
            var goes = reasons.Count == 0;
            var notAfter = goes ? UnixTime.From(DecideSend.NotAfter(record, policy, plan.Channel, at, patience)) : default(UnixTime?);
            decisions[place] = new LineDecision(recipient, record.AuthorisationId, record.OperatorId, reasons, notAfter);
            usage = UsageRules.Note(usage, dispatch, recipient, record.AuthorisationId, instant, plan.Channel, goes);
        }

        return usage;
    }
}
