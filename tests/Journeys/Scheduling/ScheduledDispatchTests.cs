using Ascs.Contracts;
using Ascs.Hosts.Local.Demo;
using Ascs.Journeys.Tests.Systems;

namespace Ascs.Journeys.Tests.Scheduling;

/// <summary>A scheduled dispatch outlives the platforms that accepted it.</summary>
public sealed class ScheduledDispatchTests(ShiftedSystem system) : IClassFixture<ShiftedSystem>
{
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5); // longer than any restart takes, so that it is not due before

    [Fact]
    public async Task A_scheduled_dispatch_fires_at_its_time_and_is_attested_after_everything_was_restarted()
    {
        var ct = TestContext.Current.CancellationToken;
        var aid = await system.ConsentAsync(system.Qinghe, RunningSystem.Visits, phone: 1, ct);
        var task = Messages.Visit(aid) with { NotBefore = UnixTime.From(system.Clock.GetUtcNow() + Ahead) };
        var accepted = await system.Qinghe.CallAsync(EnterpriseCatalogue.CreateTask, task, ct);
        Assert.Equal(1, accepted.Allowed);

        await system.StopAsync();
        await system.StartAsync(ct);
        var waiting = await system.Qinghe.CallAsync(EnterpriseCatalogue.TaskState, new DispatchStateRequest(1, system.Qinghe.EnterpriseId, accepted.DispatchId), ct);
        Assert.Equal(DispatchPhase.Scheduled, waiting.Phase);
        Assert.DoesNotContain(await system.Phones.InboxAsync(DemoPeople.ZhouNumber, ct), IsVisit);

        system.Clock.Move(Ahead);
        var state = await DemoPeople.WaitForDispatchAsync(system.Qinghe, accepted.DispatchId, ct);
        var outcome = Assert.Single(state.Recipients);
        Assert.Equal(SendOutcome.Delivered, outcome.Outcome);
        Assert.NotNull(outcome.LeafIndex);
        Assert.Single(await system.Phones.InboxAsync(DemoPeople.ZhouNumber, ct), IsVisit);
    }

    private static bool IsVisit((string From, string Text) message) => message.Text.Contains("复诊", StringComparison.Ordinal) && message.From == "106956780001";
}
