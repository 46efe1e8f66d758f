using Ascs.Contracts;

namespace Ascs.TrustedParty.Workflow;

/// <summary>
/// The life of a dispatch: verify → translate → deliver → attest. A pure step function: (state, event) → (state, commands). It knows no store, clock, queue
/// or engine; any engine that stores durable states and does the commands at least once drives it.
/// <code>
/// accept ─ scheduled ─Due→ verifying ─Verified→ sending ─Submitted|GaveUp→ awaiting ─OutcomesArrived|DeadlineReached→ attesting ─Attested→ finished
///    └──────────────────────── due at once: decided and counted when accepted ───┘                                        ↑  late receipt  │
///                                                                                                                        └────────────────┘
/// </code>
/// Order of a crash: decisions and `notAfter` are stored before the first order leaves; a round is stored before its first leaf is made.
/// </summary>
internal static class SendWorkflow
{
    /// <summary>A dispatch as it is accepted.</summary>
    /// <param name="accepted">Without lines decided: all undecided.</param>
    /// <param name="decisions">One for each recipient; of allowed ones <c>NotAfter</c> is set when the dispatch is due now and null when it is scheduled.</param>
    /// <param name="receiptPatience">How long receipts are waited for from the moment it fires.</param>
    public static SendStep Accept(SendState accepted, IReadOnlyList<LineDecision> decisions, TimeSpan receiptPatience)
    {
        var fires = accepted.DueAt <= accepted.AcceptedAt;
        var state = accepted with
        {
            Lines = Decide(accepted.Lines, decisions, accepted.AcceptedAt),
            FiredAt = fires ? accepted.AcceptedAt : null,
            Deadline = UnixTime.From(accepted.DueAt.ToTime() + receiptPatience),
        };
        return Done(SendRounds.Open(state, accepted.AcceptedAt), durable: true);
    }

    /// <summary>What the event makes of the dispatch.</summary>
    /// <exception cref="InvalidOperationException">A transition that only a bug can bring.</exception>
    public static SendStep Step(SendState state, SendEvent e) => SendTransitions.Of(state.Phase, e) switch
    {
        Transition.Ignore => Done(state, durable: false),
        Transition.Apply => Apply(state, e),
        _ => throw new InvalidOperationException($"{e.GetType().Name} can't happen to a dispatch that is {state.Phase}."),
    };

    /// <summary>Everything that is to be done in a state; after a restart the engine begins here.</summary>
    public static IReadOnlyList<SendCommand> Next(SendState state)
    {
        var phase = state.Phase;
        if (phase == SendPhase.Finished) return [new SendCommand.Finish()];
        var commands = new List<SendCommand>();
        if (state.Lines.Any(l => l.IsBeingTold)) commands.Add(new SendCommand.Attest(state.Round));
        if (phase == SendPhase.Scheduled) commands.Add(new SendCommand.WaitUntil(state.DueAt));
        if (phase == SendPhase.Verifying) commands.Add(new SendCommand.Verify());
        commands.AddRange(state.Lines.Where(l => l.IsToSubmit).Select(l => l.Operator!.Value).Distinct().Select(o => new SendCommand.SubmitOrders(o)));
        if (phase == SendPhase.Awaiting) commands.Add(new SendCommand.AwaitOutcomes(state.Deadline!.Value));
        return commands;
    }

    private static SendStep Apply(SendState state, SendEvent e)
    {
        var changed = e switch
        {
            SendEvent.Due => state with { FiredAt = e.Now },
            SendEvent.Verified verified => state with { Lines = Decide(state.Lines, verified.Decisions, e.Now) },
            SendEvent.Submitted submitted => Change(state, submitted.Orders, l => l with { Acked = true }),
            SendEvent.GaveUp gaveUp => Change(state, gaveUp.Orders, l => l with { Fate = new Fate(SendOutcome.Refused, e.Now, [SendReason.TooLate]) }),
            SendEvent.OutcomesArrived arrived => Report(state, arrived),
            SendEvent.DeadlineReached => state with { DeadlinePassed = true, Lines = [.. state.Lines.Select(l => Overdue(l, e.Now))] },
            SendEvent.Attested attested => SendRounds.Close(state, attested),
            _ => state,
        };
        if (ReferenceEquals(changed, state)) return Done(state, durable: false);
        return Done(SendRounds.Open(changed, e.Now), durable: e is not (SendEvent.Due or SendEvent.Submitted));
    }

    private static SendStep Done(SendState state, bool durable) => new(state, Next(state), durable);

    private static SendLine[] Decide(IReadOnlyList<SendLine> lines, IReadOnlyList<LineDecision> decisions, UnixTime now)
    {
        var decided = lines.ToArray();
        foreach (var decision in decisions)
        {
            var line = lines[decision.Recipient];
            if (!line.IsUndecided) throw new InvalidOperationException("A recipient is decided once.");
            var known = line with { Authorisation = decision.Authorisation, Operator = decision.Operator };
            decided[decision.Recipient] = decision.Reasons.Count == 0
                ? known with { NotAfter = decision.NotAfter }
                : known with { Fate = new Fate(SendOutcome.Refused, now, decision.Reasons) };
        }

        return decided;
    }

    private static SendState Change(SendState state, IReadOnlyList<OrderRef> orders, Func<SendLine, SendLine> change)
    {
        SendLine[]? lines = null;
        foreach (var order in orders)
        {
            var line = state.Lines[order.Recipient];
            if (!line.IsToSubmit || line.Attempt != order.Attempt) continue;
            lines ??= [.. state.Lines];
            lines[order.Recipient] = change(line);
        }

        return lines is null ? state : state with { Lines = lines };
    }

    private static SendState Report(SendState state, SendEvent.OutcomesArrived arrived)
    {
        SendLine[]? lines = null;
        var (reports, place) = Place(state.Reports, arrived.Report);
        foreach (var item in arrived.Items)
        {
            if (item.Order.Recipient >= state.Lines.Count) continue;
            var line = (lines ?? state.Lines)[item.Order.Recipient];
            if (line.Operator != arrived.Report.Operator) continue; // only the operator that holds an order speaks for it
            var after = LineOutcomes.After(line, item, arrived.Now, place);
            if (ReferenceEquals(after, line)) continue;
            lines ??= [.. state.Lines];
            lines[item.Order.Recipient] = after;
        }

        return lines is null ? state : state with { Lines = lines, Reports = reports };
    }

    private static (IReadOnlyList<ReportRef> Reports, int Place) Place(IReadOnlyList<ReportRef> reports, ReportRef report)
    {
        for (var i = 0; i < reports.Count; i++)
            if (reports[i] == report) return (reports, i);
        return ([.. reports, report], reports.Count);
    }

    // ISC-6.2.3.2: what was handed over is attested, also when no receipt ever comes.
    private static SendLine Overdue(SendLine line, UnixTime now) =>
        !line.IsKnown || line.IsFinal ? line
        : line with { Fate = line.Fate is null ? new Fate(SendOutcome.Unknown, now, [SendReason.NoReceipt]) : line.Fate with { Reasons = [SendReason.NoReceipt] } };
}
