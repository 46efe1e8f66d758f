using Ascs.Contracts;
using Ascs.TrustedParty.Workflow;
using static Ascs.TrustedParty.Tests.Dispatches.Given;

namespace Ascs.TrustedParty.Tests.Workflow;

public class SendWorkflowTests
{
    private static readonly UnixTime Now = At(Noon);
    private static readonly UnixTime Soon = At(Noon.AddSeconds(30));
    private static readonly ReportRef FromNorth = new(North, "signature", "sha-256=:digest:");

    [Fact]
    public void A_dispatch_due_now_submits_at_once_and_tells_refusals()
    {
        var step = Accept(0, Allowed(0), Refused(1, SendReason.DailyCapReached), Unknown(2));
        Assert.Equal([new SendCommand.Attest(1), new SendCommand.SubmitOrders(North)], step.Commands);
        Assert.True(step.Durable);
        Assert.Equal(SendPhase.Sending, step.State.Phase);
        Assert.False(step.State.Lines[2].IsBeingTold); // no leaf for what the enterprise does not own
    }

    [Fact]
    public void A_scheduled_dispatch_waits_then_verifies_then_submits()
    {
        var step = Accept(3600, Allowed(0, scheduled: true), Allowed(1, scheduled: true));
        Assert.Equal([new SendCommand.WaitUntil(At(Noon.AddHours(1)))], step.Commands);
        step = SendWorkflow.Step(step.State, new SendEvent.Due(At(Noon.AddHours(1))));
        Assert.Equal([new SendCommand.Verify()], step.Commands);
        step = SendWorkflow.Step(step.State, new SendEvent.Verified(Now, [Allowed(0), Refused(1, SendReason.AuthorisationRevoked)]));
        Assert.Equal([new SendCommand.Attest(1), new SendCommand.SubmitOrders(North)], step.Commands);
        Assert.True(step.Durable);
    }

    [Fact]
    public void A_dispatch_of_refusals_only_ends_once_they_are_attested()
    {
        var step = Accept(3600, Refused(0, SendReason.AuthorisationExpired), Unknown(1));
        Assert.Equal([new SendCommand.Attest(1)], step.Commands);
        step = SendWorkflow.Step(step.State, new SendEvent.Attested(Now, 1, 70, [0]));
        Assert.Equal([new SendCommand.Finish()], step.Commands);
        Assert.Equal(70, step.State.Lines[0].Leaf);
        Assert.Null(step.State.Lines[1].Leaf);
    }

    [Fact]
    public void A_dispatch_of_unknown_aids_is_finished_at_once() =>
        Assert.Equal([new SendCommand.Finish()], Accept(0, Unknown(0)).Commands);

    [Fact]
    public void Orders_wait_for_outcomes_once_the_operator_holds_them()
    {
        var step = SendWorkflow.Step(Accept(0, Allowed(0)).State, new SendEvent.Submitted(Now, [new OrderRef(0, 0)]));
        Assert.Equal([new SendCommand.AwaitOutcomes(At(Noon.AddHours(72)))], step.Commands);
        Assert.False(step.Durable); // losing it means asking the operator again, which knows the order
    }

    [Fact]
    public void Recipients_of_two_operators_are_submitted_to_each()
    {
        var step = Accept(0, Allowed(0), Allowed(1, home: South));
        Assert.Equal([new SendCommand.SubmitOrders(North), new SendCommand.SubmitOrders(South)], step.Commands);
        step = SendWorkflow.Step(step.State, new SendEvent.Submitted(Now, [new OrderRef(0, 0)]));
        Assert.Equal([new SendCommand.SubmitOrders(South)], step.Commands);
    }

    [Fact]
    public void A_report_only_counts_from_the_operator_that_holds_the_order()
    {
        var state = Sent();
        Assert.Same(state, Report(state, OutcomeKind.Delivered, from: FromNorth with { Operator = South }).State);
    }

    [Fact]
    public void A_receipt_opens_a_round_and_its_leaf_ends_the_dispatch()
    {
        var step = Report(Sent(), OutcomeKind.Delivered);
        Assert.Equal([new SendCommand.Attest(1)], step.Commands);
        step = SendWorkflow.Step(step.State, new SendEvent.Attested(Now, 1, 5, [0]));
        Assert.Equal([new SendCommand.Finish()], step.Commands);
        Assert.Equal(5, step.State.Lines[0].Leaf);
    }

    [Fact]
    public void Outcomes_that_come_while_a_round_is_open_wait_for_the_next()
    {
        var state = Accept(0, Allowed(0), Allowed(1)).State;
        state = Report(state, OutcomeKind.Delivered, recipient: 0).State;
        state = Report(state, OutcomeKind.Failed, recipient: 1).State;
        Assert.True(state.Lines[0].IsBeingTold);
        Assert.False(state.Lines[1].IsBeingTold);
        var step = SendWorkflow.Step(state, new SendEvent.Attested(Now, 1, 5, [0]));
        Assert.Equal([new SendCommand.Attest(2)], step.Commands);
        Assert.True(step.State.Lines[1].IsBeingTold);
    }

    [Fact]
    public void A_hand_over_in_doubt_is_never_repeated_and_ends_unknown()
    {
        var step = Report(Accept(0, Allowed(0)).State, OutcomeKind.Unknown);
        Assert.Equal([new SendCommand.AwaitOutcomes(At(Noon.AddHours(72)))], step.Commands);
        step = SendWorkflow.Step(step.State, new SendEvent.DeadlineReached(At(Noon.AddHours(72))));
        Assert.Equal([new SendCommand.Attest(1)], step.Commands);
        Assert.Equal(SendOutcome.Unknown, step.State.Lines[0].Outcome);
    }

    [Fact]
    public void What_was_proved_not_handed_over_is_ordered_again_as_another_attempt()
    {
        var step = Report(Sent(), OutcomeKind.NotSent);
        Assert.Equal([new SendCommand.SubmitOrders(North)], step.Commands);
        Assert.Equal(1, step.State.Lines[0].Attempt);
        Assert.Same(step.State, Report(step.State, OutcomeKind.NotSent).State); // the report again is about the attempt before
        Assert.Same(step.State, Report(step.State, OutcomeKind.Submitted).State);
    }

    [Fact]
    public void What_was_not_handed_over_in_time_is_refused()
    {
        var step = Report(Sent(), OutcomeKind.NotSent, now: Soon);
        Assert.Equal(SendOutcome.Refused, step.State.Lines[0].Outcome);
        Assert.Equal([SendReason.TooLate], step.State.Lines[0].Fate!.Reasons);
        Assert.True(step.State.Lines[0].Fate!.IsProvedUnsent);
    }

    [Fact]
    public void An_operator_that_stays_away_makes_it_too_late_until_it_knows_better()
    {
        var step = SendWorkflow.Step(Accept(0, Allowed(0)).State, new SendEvent.GaveUp(Soon, [new OrderRef(0, 0)]));
        Assert.Equal([new SendCommand.Attest(1)], step.Commands);
        Assert.False(step.State.Lines[0].Fate!.IsProvedUnsent); // a lost answer is no proof
        step = SendWorkflow.Step(step.State, new SendEvent.Attested(Soon, 1, 9, [0]));
        Assert.Equal(SendPhase.Finished, step.State.Phase);
        step = Report(step.State, OutcomeKind.Delivered);
        Assert.Equal([new SendCommand.Attest(2)], step.Commands);
        Assert.Equal(1, step.State.Lines[0].Former); // it corrects the leaf of round 1
    }

    [Fact]
    public void What_a_round_tells_is_fixed_when_it_opens()
    {
        var opened = SendWorkflow.Step(Accept(0, Allowed(0)).State, new SendEvent.GaveUp(Soon, [new OrderRef(0, 0)])).State;
        var step = Report(opened, OutcomeKind.Delivered);
        Assert.Equal([new SendCommand.Attest(1)], step.Commands);
        Assert.Same(opened.Lines[0].Told, step.State.Lines[0].Told);
        Assert.Equal(SendOutcome.Delivered, step.State.Lines[0].Outcome);
        step = SendWorkflow.Step(step.State, new SendEvent.Attested(Soon, 1, 9, [0]));
        Assert.Equal([new SendCommand.Attest(2)], step.Commands);
        Assert.Equal(SendOutcome.Delivered, step.State.Lines[0].Told!.Outcome);
    }

    [Theory]
    [InlineData(OutcomeKind.Refused)]
    [InlineData(OutcomeKind.NotSent)]
    public void A_refusal_for_want_of_an_answer_is_corrected_by_the_operators_own_and_ordered_no_more(OutcomeKind kind)
    {
        var state = SendWorkflow.Step(Accept(0, Allowed(0)).State, new SendEvent.GaveUp(Now, [new OrderRef(0, 0)])).State;
        state = SendWorkflow.Step(state, new SendEvent.Attested(Now, 1, 9, [0])).State;
        var step = Report(state, kind); // there would be time to order it again
        Assert.Equal([new SendCommand.Attest(2)], step.Commands);
        Assert.True(step.State.Lines[0].Told!.IsProvedUnsent);
        Assert.Equal((0, 1, 9L), (step.State.Lines[0].Attempt, step.State.Lines[0].Former, step.State.Lines[0].FormerLeaf!.Value));
        Assert.Same(step.State, Report(step.State, kind).State);
    }

    [Fact]
    public void The_deadline_attests_each_as_it_stands()
    {
        var state = Report(Accept(0, Allowed(0), Allowed(1)).State, OutcomeKind.Submitted, recipient: 0).State;
        state = SendWorkflow.Step(state, new SendEvent.Submitted(Now, [new OrderRef(1, 0)])).State;
        state = SendWorkflow.Step(state, new SendEvent.DeadlineReached(At(Noon.AddHours(72)))).State;
        Assert.Equal([SendOutcome.Submitted, SendOutcome.Unknown], state.Lines.Select(l => l.Outcome!.Value));
        Assert.All(state.Lines, l => Assert.Equal([SendReason.NoReceipt], l.Fate!.Reasons));
        Assert.All(state.Lines, l => Assert.True(l.IsBeingTold));
    }

    [Fact]
    public void A_receipt_after_the_deadline_supersedes()
    {
        var state = SendWorkflow.Step(Sent(), new SendEvent.DeadlineReached(At(Noon.AddHours(72)))).State;
        state = SendWorkflow.Step(state, new SendEvent.Attested(Now, 1, 5, [0])).State;
        var step = Report(state, OutcomeKind.Delivered);
        Assert.Equal([new SendCommand.Attest(2)], step.Commands);
        Assert.Equal(1, step.State.Lines[0].Former);
        Assert.Same(step.State, Report(step.State, OutcomeKind.Unknown).State);
    }

    [Fact]
    public void An_outcome_without_a_key_to_salt_it_has_no_leaf_and_ends()
    {
        var state = Report(Sent(), OutcomeKind.Delivered).State;
        var step = SendWorkflow.Step(state, new SendEvent.Attested(Now, 1, -1, []));
        Assert.Equal(-1, step.State.Lines[0].Leaf);
        Assert.Equal([new SendCommand.Finish()], step.Commands);
    }

    [Fact]
    public void Deciding_a_recipient_twice_is_a_bug()
    {
        var state = Sent();
        Assert.Throws<InvalidOperationException>(() => SendWorkflow.Step(state, new SendEvent.Verified(Now, [Allowed(0)])));
    }

    internal static SendState Sent() => SendWorkflow.Step(Accept(0, Allowed(0)).State, new SendEvent.Submitted(Now, [new OrderRef(0, 0)])).State;

    internal static SendStep Accept(int dueInSeconds, params LineDecision[] decisions)
    {
        var lines = decisions.Select(d => new SendLine(AidOf(d.Recipient), null, null)).ToArray();
        var state = new SendState(Dispatch, Bank, OrderKind.Message, Now, At(Noon.AddSeconds(dueInSeconds)), null, null, false, 0, null, lines, []);
        return SendWorkflow.Accept(state, decisions, TimeSpan.FromHours(72) - TimeSpan.FromSeconds(dueInSeconds));
    }

    internal static LineDecision Allowed(int recipient, bool scheduled = false, OperatorId? home = null) =>
        new(recipient, Authorisation(recipient), home ?? North, [], scheduled ? null : Soon);

    internal static LineDecision Refused(int recipient, SendReason reason) => new(recipient, Authorisation(recipient), North, [reason], null);

    internal static LineDecision Unknown(int recipient) => new(recipient, null, null, [SendReason.AidUnknown], null);

    internal static SendStep Report(SendState state, OutcomeKind kind, int recipient = 0, int attempt = 0, ReportRef? from = null, UnixTime? now = null) =>
        SendWorkflow.Step(state, new SendEvent.OutcomesArrived(now ?? Now, from ?? FromNorth, [new LineReport(new OrderRef(recipient, attempt), kind, Now, null)]));
}
