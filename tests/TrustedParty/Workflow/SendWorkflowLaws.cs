using Ascs.Contracts;
using Ascs.TrustedParty.Workflow;
using CsCheck;
using static Ascs.TrustedParty.Tests.Dispatches.Given;

namespace Ascs.TrustedParty.Tests.Workflow;

/// <summary>Laws that hold whatever operators report, in whatever order and however often.</summary>
public class SendWorkflowLaws
{
    private static readonly Gen<(OutcomeKind Kind, int Recipient, int Attempt, int Seconds)> Reports = Gen.Select(
        Gen.Int[(int)OutcomeKind.Refused, (int)OutcomeKind.Delivered].Select(kind => (OutcomeKind)kind),
        Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 40]);

    [Fact]
    public void Reports_in_any_order_end_attested_with_the_highest_outcome_and_no_regression() =>
        Reports.List[0, 40].Sample(reports =>
        {
            var state = SendWorkflowTests.Accept(0, [.. Enumerable.Range(0, 4).Select(i => SendWorkflowTests.Allowed(i))]).State;
            var told = new List<(int Recipient, Fate Told)>();
            var heard = Enumerable.Range(0, 4).Select(_ => new List<OutcomeKind>()).ToArray(); // of the attempt that stands
            foreach (var (kind, recipient, attempt, seconds) in reports)
            {
                var before = state;
                state = SendWorkflowTests.Report(state, kind, recipient, attempt, now: At(Noon.AddSeconds(seconds))).State;
                for (var i = 0; i < 4; i++) Assert.True(Rank(state.Lines[i].Outcome) >= Rank(before.Lines[i].Outcome));
                if (attempt == before.Lines[recipient].Attempt) heard[recipient].Add(kind);
                if (state.Lines[recipient].Attempt != before.Lines[recipient].Attempt) heard[recipient].Clear();
                state = Tell(state, told);
            }

            state = End(state, told);
            Assert.Equal(SendPhase.Finished, state.Phase);
            Assert.Equal(heard.Select(Highest), state.Lines.Select(l => l.Outcome!.Value));
            // One leaf for each outcome told, never the same twice in a row but for a refusal that the operator proves; the last one is what stands.
            for (var i = 0; i < 4; i++)
            {
                var leaves = told.Where(t => t.Recipient == i).Select(t => t.Told).ToList();
                Assert.Equal(state.Lines[i].Outcome, leaves[^1].Outcome);
                Assert.True(leaves.Zip(leaves.Skip(1)).All(pair => pair.First.Outcome != pair.Second.Outcome || (pair.Second.IsProvedUnsent && !pair.First.IsProvedUnsent)));
            }
        });

    private static SendState Tell(SendState state, List<(int, Fate)> told)
    {
        var lines = Enumerable.Range(0, state.Lines.Count).Where(i => state.Lines[i].IsBeingTold).ToList();
        if (lines.Count == 0) return state;
        told.AddRange(lines.Select(i => (i, state.Lines[i].Told!)));
        return SendWorkflow.Step(state, new SendEvent.Attested(At(Noon), state.Round, told.Count, lines)).State;
    }

    private static SendState End(SendState state, List<(int, Fate)> told)
    {
        for (var i = 0; i < 20 && state.Phase != SendPhase.Finished; i++)
        {
            var orders = Enumerable.Range(0, state.Lines.Count).Select(l => new OrderRef(l, state.Lines[l].Attempt)).ToList();
            if (state.Phase == SendPhase.Sending) state = SendWorkflow.Step(state, new SendEvent.GaveUp(At(Noon.AddSeconds(40)), orders)).State;
            if (state.Phase == SendPhase.Awaiting) state = SendWorkflow.Step(state, new SendEvent.DeadlineReached(At(Noon.AddHours(72)))).State;
            state = Tell(state, told);
        }

        return state;
    }

    // What never went out can't be refused any more once something else was reported; of two ends the first one stands.
    private static SendOutcome Highest(List<OutcomeKind> heard) => heard switch
    {
        [] or [OutcomeKind.Refused or OutcomeKind.NotSent, ..] => SendOutcome.Refused,
        _ when heard.Find(k => k is OutcomeKind.Delivered or OutcomeKind.Failed) is OutcomeKind.Delivered => SendOutcome.Delivered,
        _ when heard.Contains(OutcomeKind.Failed) => SendOutcome.Failed,
        _ => heard.Contains(OutcomeKind.Unknown) ? SendOutcome.Unknown : SendOutcome.Submitted,
    };

    private static int Rank(SendOutcome? outcome) => outcome switch
    {
        null => 0,
        SendOutcome.Submitted => 1,
        SendOutcome.Unknown => 2,
        _ => 3,
    };
}
