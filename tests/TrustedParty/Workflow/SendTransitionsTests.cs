using Ascs.Contracts;
using Ascs.TrustedParty.Workflow;
using static Ascs.TrustedParty.Tests.Dispatches.Given;

namespace Ascs.TrustedParty.Tests.Workflow;

/// <summary>Every event in every phase: the forbidden ones as carefully as the legal ones.</summary>
public class SendTransitionsTests
{
    private static readonly UnixTime Now = At(Noon);

    private static readonly Dictionary<string, SendEvent> Events = new SendEvent[]
    {
        new SendEvent.Due(Now), new SendEvent.Verified(Now, []), new SendEvent.Submitted(Now, []), new SendEvent.GaveUp(Now, []),
        new SendEvent.OutcomesArrived(Now, new ReportRef(North, "s", "d"), []), new SendEvent.DeadlineReached(Now), new SendEvent.Attested(Now, 1, 0, []),
    }.ToDictionary(e => e.GetType().Name);

    [Theory]
    // A: applies, i: ignored, -: forbidden.     Scheduled  Verifying  Sending  Awaiting  Attesting  Finished
    [InlineData(nameof(SendEvent.Due),             "A          i          i        i         i          i")]
    [InlineData(nameof(SendEvent.Verified),        "-          A          -        -         -          -")]
    [InlineData(nameof(SendEvent.Submitted),       "-          -          A        i         i          i")]
    [InlineData(nameof(SendEvent.GaveUp),          "-          -          A        i         i          i")]
    [InlineData(nameof(SendEvent.OutcomesArrived), "i          i          A        A         A          A")]
    [InlineData(nameof(SendEvent.DeadlineReached), "-          -          -        A         i          i")]
    [InlineData(nameof(SendEvent.Attested),        "A          A          A        A         A          i")]
    public void Every_event_in_every_phase(string e, string row)
    {
        var expected = row.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var actual = Enum.GetValues<SendPhase>().Select(p => SendTransitions.Of(p, Events[e]) switch
        {
            Transition.Apply => "A",
            Transition.Ignore => "i",
            _ => "-",
        });
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void The_table_has_every_event() =>
        Assert.Equal(
            typeof(SendEvent).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(SendEvent))).Select(t => t.Name).Order(), Events.Keys.Order());

    [Fact]
    public void A_forbidden_transition_throws_and_an_ignored_one_changes_nothing()
    {
        var scheduled = SendWorkflowTests.Accept(60, SendWorkflowTests.Allowed(0, scheduled: true)).State;
        Assert.Throws<InvalidOperationException>(() => SendWorkflow.Step(scheduled, Events[nameof(SendEvent.Submitted)]));
        var ignored = SendWorkflow.Step(scheduled, Events[nameof(SendEvent.OutcomesArrived)]);
        Assert.Same(scheduled, ignored.State);
        Assert.False(ignored.Durable);
    }
}
