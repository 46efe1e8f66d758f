using System.Text.Json;
using Ascs.Contracts;
using Ascs.Storage;
using Ascs.TrustedParty.Tests.Dispatches;
using Ascs.TrustedParty.Tests.World;
using Ascs.TrustedParty.Workflow;

namespace Ascs.TrustedParty.Tests.Workflow.Engine;

/// <summary>
/// The process ends at each of its acts in turn: a write, a leaf, a call, each lost or done without our learning it. Started again, everything accepted ends
/// attested, once: no message twice, no leaf twice, no event twice or missing.
/// </summary>
public class CrashTests
{
    [Theory]
    [InlineData(Fault.Lost)]
    [InlineData(Fault.KeptButReportedLost)]
    public async Task Whatever_act_is_the_last_one_everything_ends_attested_once(Fault fault)
    {
        var acts = await RunAsync(new KillSwitch());
        Assert.True(acts > 20, "the scenario has too few acts to say anything");
        for (var at = 1; at <= acts + 2; at++) await RunAsync(new KillSwitch(at, fault));
    }

    [Theory]
    [InlineData(Fault.Lost)]
    [InlineData(Fault.KeptButReportedLost)]
    public async Task The_same_when_the_process_started_again_ends_again(Fault fault)
    {
        for (var at = 3; at <= 30; at += 3) await RunAsync(new KillSwitch(at, fault), new KillSwitch(5, fault), new KillSwitch(8, fault));
    }

    /// <summary>Three people of two operators now, one refused; three people in five seconds. Processes end as told, the last one lives. Answers its acts.</summary>
    private static async Task<long> RunAsync(params KillSwitch[] kills)
    {
        await using var world = new TestWorld();
        var people = await world.PeopleAsync(6, i => Given.Record(i, home: i % 2 == 0 ? Given.South : Given.North) with
        {
            RevokedAt = i == 3 ? UnixTime.From(Given.Noon.AddDays(-1)) : null,
        });
        var now = TestWorld.Request(people.Take(4));
        var later = TestWorld.Request(people.Skip(3), Given.Noon.AddSeconds(5));
        var lives = new Queue<KillSwitch>(kills);
        await world.StartAsync(lives.Dequeue());
        var first = await AcceptedAsync(world, now, "key-0000000000000001", lives);
        var second = await AcceptedAsync(world, later, "key-0000000000000002", lives);
        await world.UntilAsync(async () => await AliveAsync(world, lives) && await IsFinishedAsync(world, first) && await IsFinishedAsync(world, second), "both are finished",
            TimeSpan.FromMilliseconds(500));
        await world.UntilAsync(async () => await AliveAsync(world, lives) && world.Enterprise.Events.Count == 7, "all events have arrived", TimeSpan.FromMilliseconds(500));
        await CheckAsync(world, first, second);
        return world.Party.Kill.Acts;
    }

    // The enterprise asks until it is answered, with the same key.
    private static async Task<DispatchId> AcceptedAsync(TestWorld world, CreateDispatchRequest request, string key, Queue<KillSwitch> lives)
    {
        while (true)
        {
            await AliveAsync(world, lives);
            try
            {
                var answer = await world.Party.CreateAsync(request, key);
                Assert.NotNull(answer.Value);
                return answer.Value.DispatchId;
            }
            catch (StoreUnavailableException)
            {
                await world.PumpAsync(TimeSpan.FromMilliseconds(50));
            }
        }
    }

    private static async Task<bool> AliveAsync(TestWorld world, Queue<KillSwitch> lives)
    {
        if (world.Party.Kill.IsDead) await world.StartAsync(lives.Count > 0 ? lives.Dequeue() : new KillSwitch());
        return true;
    }

    private static async Task<bool> IsFinishedAsync(TestWorld world, DispatchId dispatch) => (await world.StateAsync(dispatch))?.Phase == SendPhase.Finished;

    private static async Task CheckAsync(TestWorld world, params DispatchId[] dispatches)
    {
        var handedOver = world.Operators.SelectMany(o => o.HandedOver).ToList();
        Assert.Equal(handedOver.Count, handedOver.Select(o => (o.OrderId.Dispatch, o.OrderId.Recipient)).Distinct().Count());
        Assert.Equal(6, handedOver.Count);

        Assert.Equal(7, world.Log.Leaves.Count); // four of the first, three of the second
        Assert.Equal(7, world.Log.Leaves.Select(l => l.Id).Distinct().Count());

        var events = world.Enterprise.Events;
        Assert.Equal(Enumerable.Range(1, 7).Select(i => (long)i), events.Select(e => e.Sequence));
        var told = events.Select(e => e.Data.Deserialize(WireJson.Default.OutcomeEvent)!).ToList();
        Assert.Equal(Enumerable.Range(0, 7).Select(i => (long?)i), told.Select(t => t.LeafIndex).Order());

        foreach (var dispatch in dispatches)
        {
            var state = (await world.StateAsync(dispatch))!;
            for (var i = 0; i < state.Lines.Count; i++)
            {
                var expected = state.Lines[i].Fate!.Reasons is null ? SendOutcome.Delivered : SendOutcome.Refused;
                Assert.Equal(expected, state.Lines[i].Outcome);
                var aid = state.Lines[i].Aid.ToString();
                var told1 = Assert.Single(events, e => e.Subject == aid && e.Data.Deserialize(WireJson.Default.OutcomeEvent)!.DispatchId == dispatch);
                Assert.Equal(state.Lines[i].Leaf, told1.Data.Deserialize(WireJson.Default.OutcomeEvent)!.LeafIndex);
            }
        }

        // Counted once each: the fourth person got one of each dispatch.
        var counted = await Task.WhenAll(Enumerable.Range(1, 6).Select(async i => (await world.UsageAsync(Given.Tag(i))).Entries.Count(e => e.Counted)));
        Assert.Equal([1, 1, 0, 2, 1, 1], counted);
    }
}
