using Ascs.Contracts;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Tests.World;
using static Ascs.TrustedParty.Tests.Dispatches.Given;

namespace Ascs.TrustedParty.Tests.Dispatches;

public class ScheduledDispatchTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static readonly DateTimeOffset Later = Noon.AddHours(2);

    [Fact]
    public async Task It_fires_at_its_time_and_not_before()
    {
        await using var world = new TestWorld();
        var people = await world.PeopleAsync(1);
        var answer = (await (await world.StartAsync()).CreateAsync(TestWorld.Request(people, Later))).Value!;
        await world.PassAsync(Later);
        Assert.Empty(world.North.Calls);
        Assert.Equal(DispatchPhase.Scheduled, (await world.Party.StateAsync(answer.DispatchId)).Value!.Phase);
        await world.FinishedAsync(answer.DispatchId);
        Assert.True(Assert.Single(world.North.HandedOver).NotAfter.ToTime() > Later);
    }

    [Fact]
    public async Task It_fires_after_a_restart_too()
    {
        await using var world = new TestWorld();
        var answer = (await (await world.StartAsync()).CreateAsync(TestWorld.Request(await world.PeopleAsync(1), Later))).Value!;
        await world.StartAsync();
        await world.PassAsync(Later);
        Assert.Empty(world.North.Calls);
        await world.FinishedAsync(answer.DispatchId);
        Assert.Single(world.North.HandedOver);
    }

    [Fact]
    public async Task It_fires_at_once_when_its_time_came_while_nobody_ran()
    {
        await using var world = new TestWorld();
        var party = await world.StartAsync();
        var answer = (await party.CreateAsync(TestWorld.Request(await world.PeopleAsync(1), Later))).Value!;
        await party.KillAsync();
        world.Time.Advance(TimeSpan.FromHours(3));
        await world.StartAsync();
        await world.FinishedAsync(answer.DispatchId);
        Assert.Single(world.North.HandedOver);
    }

    [Fact]
    public async Task Who_withdrew_meanwhile_is_refused_when_it_fires_and_that_is_attested()
    {
        await using var world = new TestWorld();
        var people = await world.PeopleAsync(2);
        var party = await world.StartAsync();
        var answer = (await party.CreateAsync(TestWorld.Request(people, Later))).Value!;
        Assert.Equal(2, answer.Allowed);
        await new AidRecords(world.Store).ChangeAsync(people[0].Owned, r => r with { RevokedAt = At(Noon.AddHours(1)) }, Ct);
        await world.PassAsync(Later);
        await world.FinishedAsync(answer.DispatchId);
        var states = (await party.StateAsync(answer.DispatchId)).Value!.Recipients;
        Assert.Equal((SendOutcome.Refused, SendReason.AuthorisationRevoked), (states[0].Outcome, states[0].Reason));
        Assert.Equal(SendOutcome.Delivered, states[1].Outcome);
        Assert.Equal(2, world.Log.Leaves.Count);
    }

    [Fact]
    public async Task It_is_decided_for_its_instant_when_accepted()
    {
        await using var world = new TestWorld();
        var people = await world.PeopleAsync(2, i => i == 2 ? Record(2) with { ExpiresAt = At(Later) } : Record(i));
        var party = await world.StartAsync();
        var night = (await party.CreateAsync(TestWorld.Request(people, Noon.AddHours(7)))).Value!;
        Assert.All(night.Refused, r => Assert.Contains(SendReason.OutsidePromisedHours, r.Reasons));
        var expired = (await party.CreateAsync(TestWorld.Request(people, Later), "key-0000000000000002")).Value!;
        Assert.Equal((people[1].Aid, SendReason.AuthorisationExpired), (Assert.Single(expired.Refused).Aid, expired.Refused[0].Reasons[0]));
    }

    [Fact]
    public async Task Only_what_goes_out_is_counted_and_only_when_it_goes_out()
    {
        await using var world = new TestWorld();
        var people = await world.PeopleAsync(1);
        var party = await world.StartAsync();
        // Promised two a day: three scheduled for one day are all accepted, the third is refused when it fires.
        var ids = new List<DispatchId>();
        for (var i = 0; i < 3; i++) ids.Add((await party.CreateAsync(TestWorld.Request(people, Later.AddMinutes(i)), $"key-{i:D16}")).Value!.DispatchId);
        for (var i = 0; i < ids.Count; i++)
        {
            await world.PassAsync(Later.AddMinutes(i));
            await world.FinishedAsync(ids[i]);
        }

        Assert.Equal(2, world.North.HandedOver.Count);
        Assert.Equal(SendReason.DailyCapReached, (await party.StateAsync(ids[2])).Value!.Recipients[0].Reason);
    }

    [Fact]
    public async Task Many_due_at_once_all_fire()
    {
        await using var world = new TestWorld();
        var people = await world.PeopleAsync(120);
        var party = await world.StartAsync();
        for (var i = 0; i < people.Count; i++) Assert.NotNull((await party.CreateAsync(TestWorld.Request([people[i]], Later), $"key-{i:D16}")).Value);
        await world.PassAsync(Later);
        await world.UntilAsync(() => world.North.HandedOver.Count == people.Count, "all are handed over");
    }
}
