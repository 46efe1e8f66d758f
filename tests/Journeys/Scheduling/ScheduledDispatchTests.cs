using Ascs.Contracts;
using Ascs.Hosts.Local.Demo;
using Ascs.Journeys.Tests.Systems;

namespace Ascs.Journeys.Tests.Scheduling;

/// <summary>A scheduled dispatch outlives the platforms that accepted it.</summary>
public sealed class ScheduledDispatchTests(RunningSystem system) : IClassFixture<RunningSystem>
{
    [Fact]
    public async Task A_scheduled_dispatch_fires_at_its_time_and_is_attested_after_everything_was_restarted()
    {
        var ct = TestContext.Current.CancellationToken;
        var aid = await system.ConsentAsync(system.Qinghe, RunningSystem.Visits, phone: 1, ct);
        var due = TimeProvider.System.GetUtcNow().AddSeconds(6);
        var task = Messages.Visit(aid) with { NotBefore = UnixTime.From(due) };
        var accepted = await system.Qinghe.CallAsync(EnterpriseCatalogue.CreateTask, task, ct);
        Assert.Equal(1, accepted.Allowed);

        await system.StopAsync();
        await system.StartAsync(ct);

        var state = await DemoPeople.WaitForDispatchAsync(system.Qinghe, accepted.DispatchId, ct);
        var outcome = Assert.Single(state.Recipients);
        Assert.Equal(SendOutcome.Delivered, outcome.Outcome);
        Assert.NotNull(outcome.LeafIndex);
        Assert.True(outcome.At!.Value.ToTime() >= UnixTime.From(due).ToTime(), "It went out before its time.");
        Assert.Single(await system.Phones.InboxAsync(DemoPeople.ZhouNumber, ct), message => message.Text.Contains("复诊", StringComparison.Ordinal) && message.From == "106956780001");
    }
}
