using System.Collections.Concurrent;
using System.Diagnostics;
using Ascs.Contracts;
using Ascs.Trust.Tests.Hosting;

namespace Ascs.Trust.Tests;

public sealed class TelemetryTests(TestWorld world) : IClassFixture<TestWorld>
{
    [Fact]
    public async Task a_call_leaves_spans_of_caller_gate_and_handler_under_one_trace()
    {
        world.SessionOf(world.First);
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Telemetry.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using var activity = new Activity("test").SetIdFormat(ActivityIdFormat.W3C).Start();
        await world.First.Caller.CallAsync(
            world.Party.Self, TrustedPartyCatalogue.AidStates, new AidStatesRequest(1, TestWorld.Acme, [Aid.FromBytes(new byte[16])]), null, TestContext.Current.CancellationToken);
        var mine = spans.Where(span => span.TraceId == activity.TraceId).ToList();
        Assert.Equal(["call aids/state", "gate aids/state", "handle aids/state"], mine.Select(span => span.OperationName).Order());
        Assert.Equal(200, mine.Single(span => span.Kind == ActivityKind.Client).GetTagItem("ascs.status"));
    }
}
