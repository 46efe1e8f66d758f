using Ascs.Contracts;
using Ascs.Storage;
using Ascs.TrustedParty.Dispatches;
using Ascs.TrustedParty.Tests.World;
using Ascs.TrustedParty.Workflow;
using Ascs.TrustedParty.Workflow.Engine;
using static Ascs.TrustedParty.Tests.Dispatches.Given;

namespace Ascs.TrustedParty.Tests.Workflow.Engine;

/// <summary>Memory that is full is no end: who only waits for receipts makes room for the others.</summary>
public class RoomTests
{
    private static readonly DateTimeOffset Later = Noon.AddHours(2);

    [Fact]
    public async Task What_falls_due_when_memory_is_full_fires_and_then_there_is_room_for_new_ones()
    {
        await using var world = new TestWorld { Options = Little(3) with { IdleTime = TimeSpan.FromDays(1) } };
        world.North.Outcomes = _ => [OutcomeKind.Submitted]; // no receipt comes for long
        var party = await world.StartAsync();
        var people = await world.PeopleAsync(7);
        for (var i = 0; i < 6; i++) await party.CreateAsync(TestWorld.Request([people[i]], i < 3 ? Later : Later.AddHours(1)), $"key-{i:D16}");
        await world.PassAsync(Later);
        await world.UntilAsync(() => world.North.HandedOver.Count == 3 && !party.Get<IWorkflowRunner>().HasRoom, "memory is full");
        await world.PassAsync(Later.AddHours(1));
        await world.UntilAsync(() => world.North.HandedOver.Count == 6, "all are handed over");
        await world.UntilAsync(() => party.Get<IWorkflowRunner>().HasRoom, "there is room again");
        Assert.NotNull((await party.CreateAsync(TestWorld.Request([people[6]]))).Value);
    }

    [Fact]
    public async Task What_was_at_work_before_a_start_goes_on_though_not_all_of_it_has_room()
    {
        await using var world = new TestWorld();
        world.North.IsAway = true;
        world.North.Outcomes = _ => [OutcomeKind.Submitted];
        var party = await world.StartAsync();
        var people = await world.PeopleAsync(3);
        for (var i = 0; i < 3; i++) await party.CreateAsync(TestWorld.Request([people[i]]), $"key-{i:D16}");
        Assert.Equal(3, await IndexAsync(world, "open-"));
        await party.KillAsync();
        world.North.IsAway = false;
        world.Options = Little(1);
        await world.StartAsync();
        await world.UntilAsync(async () => await IndexAsync(world, "open-") == 0, "none has anything left to do", TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_parked_dispatch_takes_no_room_for_good()
    {
        await using var world = new TestWorld { Options = Little(1) };
        world.North.Outcomes = _ => [OutcomeKind.Delivered];
        var people = await world.PeopleAsync(1, i => Record(i));
        world.Keys.Spoiled.Add(people[0].AuthorisationId); // no leaf can be made
        var party = await world.StartAsync();
        await party.CreateAsync(TestWorld.Request(people));
        await world.UntilAsync(async () => await IndexAsync(world, "parked-") == 1, "it is parked", TimeSpan.FromSeconds(1));
        await world.UntilAsync(() => party.Get<IWorkflowRunner>().HasRoom, "there is room again", TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task An_engine_that_stands_still_at_its_start_is_seen()
    {
        await using var world = new TestWorld();
        var party = await world.StartAsync(new KillSwitch { Ranges = new TaskCompletionSource().Task });
        await world.UntilAsync(async () => !await party.Get<SendEngine>().IsUpAsync(default), "it is down", TimeSpan.FromSeconds(1));
    }

    private static DispatchOptions Little(int recipients) => new() { Gathering = TimeSpan.Zero, MostRecipientsAtWork = recipients };

    private static async Task<int> IndexAsync(TestWorld world, string prefix) =>
        (await world.Store.RangeAsync(Containers.Work, "sends", prefix, IdRange.EndOf(prefix), 100)).Items.Count;
}
