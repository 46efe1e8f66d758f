using Ascs.TrustedParty.Events;

namespace Ascs.TrustedParty.Tests.Events;

public class PushPolicyTests
{
    [Theory]
    [InlineData(0, 500, "Gap", 500, 1000)]
    [InlineData(500, 1000, "Gap", 1000, 2000)]
    [InlineData(1000, 16_000, "Gap", 2000, 30_000)]
    [InlineData(1L << 50, 30_000, "Gap", 1L << 50, 30_000)]
    [InlineData(0, 500, "Failed", 0, 1000)]
    [InlineData(2000, 30_000, "Failed", 2000, 30_000)]
    [InlineData(2000, 30_000, "Pushed", 0, 500)]
    [InlineData(2000, 30_000, "Nothing", 0, 500)]
    public void A_gap_steps_back_twice_as_far_a_failure_waits_twice_as_long_and_anything_else_begins_anew(long back, int pause, string step, long nextBack, int nextPause) =>
        Assert.Equal(Plan(nextBack, nextPause), PushPolicy.After(Plan(back, pause), Enum.Parse<PushStep>(step)));

    [Fact]
    public void A_gap_of_a_million_events_is_stepped_over_in_a_dozen_tries()
    {
        var plan = PushPolicy.Begin;
        for (var i = 0; i < 12; i++) plan = PushPolicy.After(plan, PushStep.Gap);
        Assert.InRange(plan.Back, 1_000_000, 2_000_000);
    }

    private static PushPlan Plan(long back, int pause) => new(back, TimeSpan.FromMilliseconds(pause));
}
