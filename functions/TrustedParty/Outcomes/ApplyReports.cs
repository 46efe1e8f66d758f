using Ascs.Contracts;
using Ascs.Trust.Journal;
using Ascs.TrustedParty.Workflow;
using Microsoft.Extensions.Logging;

namespace Ascs.TrustedParty.Outcomes;

/// <summary>
/// Applies an operator's reports in order: outcomes to their dispatches, replies to their authorisations. Applying one again changes nothing, so a report is taken
/// away only when all of it is applied.
/// </summary>
internal sealed class ApplyReports(IWorkflowRunner runner, TakeReplies replies, TimeProvider time, ILogger<ApplyReports> logger)
{
    /// <summary>Applies reports; returns when all they said is durable where it belongs.</summary>
    public async Task RunAsync(OperatorId home, IReadOnlyList<InboxReport> reports, CancellationToken ct)
    {
        var now = UnixTime.From(time.GetUtcNow());
        var tells = new Dictionary<DispatchId, List<SendEvent.OutcomesArrived>>();
        foreach (var report in reports)
        {
            var outcomes = report.Items.Where(i => i.Kind is not (OutcomeKind.Reply or OutcomeKind.OptOut)).ToLookup(i => i.OrderId!.Value.Dispatch);
            foreach (var group in outcomes)
            {
                if (!tells.TryGetValue(group.Key, out var events)) tells[group.Key] = events = [];
                events.Add(new SendEvent.OutcomesArrived(now, report.Signed, [.. group.Select(ToLine)]));
            }
        }

        await Task.WhenAll(tells.Select(t => TellAsync(home, t.Key, t.Value, ct)));
        foreach (var report in reports) await replies.RunAsync(report, ct);
    }

    private static LineReport ToLine(OutcomeItem item) => new(new OrderRef(item.OrderId!.Value.Recipient, item.OrderId.Value.Attempt), item.Kind, item.At, item.Reason);

    // In the order in which they were reported; all at once, so that the dispatch is written once.
    private async Task TellAsync(OperatorId home, DispatchId dispatch, List<SendEvent.OutcomesArrived> events, CancellationToken ct)
    {
        var told = await Task.WhenAll(events.Select(e => runner.TellAsync(dispatch, e, ct)));
        if (told.Contains(false)) logger.Warn($"{home} reported on {dispatch}, which is not known here");
    }
}
