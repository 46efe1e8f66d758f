using Ascs.Contracts;
using Ascs.Storage;
using Ascs.TrustedParty.Background;
using Ascs.TrustedParty.Dispatches;
using Ascs.TrustedParty.Tests.World;
using Ascs.TrustedParty.Workflow;
using static Ascs.TrustedParty.Tests.Dispatches.Given;

namespace Ascs.TrustedParty.Tests.Workflow.Engine;

public class EngineTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_finished_dispatch_leaves_memory_and_index()
    {
        await using var world = new TestWorld();
        var party = await world.StartAsync();
        var answer = (await party.CreateAsync(TestWorld.Request(await world.PeopleAsync(3)))).Value!;
        await world.FinishedAsync(answer.DispatchId);
        await world.UntilAsync(async () => (await IndexAsync(world)).Count == 0, "the index is empty", TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_dispatch_that_waits_long_leaves_memory_and_a_receipt_wakes_it()
    {
        await using var world = new TestWorld();
        world.North.Outcomes = _ => [OutcomeKind.Submitted];
        var party = await world.StartAsync();
        var answer = (await party.CreateAsync(TestWorld.Request(await world.PeopleAsync(1)))).Value!;
        await world.OutcomeAsync(answer.DispatchId, SendOutcome.Submitted);
        await world.UntilAsync(async () => await IndexAsync(world) is [var entry] && entry.StartsWith("due-", StringComparison.Ordinal), "it rests", TimeSpan.FromSeconds(1));
        world.North.Report(world.North.HandedOver[0].OrderId, Authorisation(1), OutcomeKind.Delivered);
        await world.FinishedAsync(answer.DispatchId);
        await world.UntilAsync(async () => (await IndexAsync(world)).Count == 0, "the index is empty", TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_dispatch_that_always_fails_is_parked_its_events_are_kept_and_a_restart_tries_it_again()
    {
        await using var world = new TestWorld();
        world.North.Outcomes = _ => [OutcomeKind.Delivered];
        var people = await world.PeopleAsync(1, i => Record(i));
        world.Keys.Spoiled.Add(people[0].AuthorisationId); // no leaf can be made
        var party = await world.StartAsync();
        var answer = (await party.CreateAsync(TestWorld.Request(people))).Value!;
        await world.OutcomeAsync(answer.DispatchId, SendOutcome.Delivered);
        await world.UntilAsync(async () => (await IndexAsync(world)).Any(e => e.StartsWith("parked-", StringComparison.Ordinal)), "it is parked", TimeSpan.FromSeconds(1));
        world.Keys.Spoiled.Clear();
        await world.StartAsync();
        await world.FinishedAsync(answer.DispatchId);
        await world.UntilAsync(async () => (await IndexAsync(world)).Count == 0, "the index is empty", TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Another_instance_takes_over_when_the_lease_has_run_out_and_not_before()
    {
        await using var world = new TestWorld { Options = new DispatchOptions { Instance = "one" } };
        var one = await world.StartAsync();
        await world.UntilAsync(async () => await LeaseAsync(world) == "one", "one has the lease");
        await one.KillAsync();
        world.Options = new DispatchOptions { Instance = "two" };
        await world.StartAsync();
        var killed = world.Time.GetUtcNow();
        await world.UntilAsync(async () => await LeaseAsync(world) == "two", "two has the lease", TimeSpan.FromSeconds(1));
        Assert.True(world.Time.GetUtcNow() - killed > TimeSpan.FromSeconds(9));
    }

    [Fact]
    public async Task An_instance_that_starts_again_goes_on_at_once()
    {
        await using var world = new TestWorld();
        await world.StartAsync();
        await world.AtWorkAsync();
        world.North.IsAway = true;
        var answer = (await world.Party.CreateAsync(TestWorld.Request(await world.PeopleAsync(1)))).Value!;
        await world.Party.KillAsync();
        world.North.IsAway = false;
        await world.StartAsync();
        await world.WaitAsync(async () => (await world.StateAsync(answer.DispatchId))?.Phase == SendPhase.Finished, "it is finished while the clock stands still");
    }

    [Fact]
    public async Task Another_instance_that_changes_a_dispatch_is_noticed()
    {
        await using var world = new TestWorld();
        world.North.Outcomes = _ => [OutcomeKind.Submitted];
        var party = await world.StartAsync();
        var people = await world.PeopleAsync(2);
        var answer = (await party.CreateAsync(TestWorld.Request(people))).Value!;
        await world.OutcomeAsync(answer.DispatchId, SendOutcome.Submitted);
        var store = new DispatchStore(world.Store, world.Options);
        var stored = (await store.ReadAsync(answer.DispatchId, Ct))!;
        var elsewhere = SendWorkflow.Step(stored.Value, new SendEvent.OutcomesArrived(
            At(Noon), new ReportRef(North, stored.Value.Reports[0].Author, "x"), [new LineReport(new OrderRef(0, 0), OutcomeKind.Failed, At(Noon), null)]));
        Assert.NotNull(await store.ReplaceAsync(elsewhere.State, stored.ETag, Ct));
        foreach (var order in world.North.HandedOver) world.North.Report(order.OrderId, order.AuthorisationId, OutcomeKind.Delivered);
        await world.FinishedAsync(answer.DispatchId);
        Assert.Equal([SendOutcome.Failed, SendOutcome.Delivered], (await world.StateAsync(answer.DispatchId))!.Lines.Select(l => l.Outcome!.Value));
        Assert.Equal(2, world.Log.Leaves.Count);
    }

    private static async Task<IReadOnlyList<string>> IndexAsync(TestWorld world) =>
        [.. (await world.Store.RangeAsync(Containers.Work, "sends", IdRange.First, IdRange.End, 100)).Items.Select(i => i.Key.Id)];

    private static async Task<string?> LeaseAsync(TestWorld world) =>
        (await world.Store.ReadAsync(Containers.Heads, new DocumentKey(LeaseDocument.Partition, "send-engine"), LeaseDocument.Schema))?.Value.Instance;
}
