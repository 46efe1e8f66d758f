using Ascs.Contracts;
using Ascs.Storage;
using Ascs.TrustedParty.Dispatches;
using Ascs.TrustedParty.Tests.World;
using static Ascs.TrustedParty.Tests.Dispatches.Given;

namespace Ascs.TrustedParty.Tests.Notices;

public class NoticeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_notice_goes_out_once_and_raises_the_assurance_when_it_arrives()
    {
        await using var world = new TestWorld();
        var people = await world.PeopleAsync(1);
        var party = await world.StartAsync();
        for (var i = 0; i < 3; i++) await party.Get<INotices>().EnqueueAsync(people[0], Ct);
        await world.UntilAsync(() => world.Assurances.Raised.Count > 0, "it arrived");
        var call = Assert.Single(world.North.Calls);
        Assert.Equal((OrderKind.Notice, "10000"), (call.Contexts[0].Kind, call.Contexts[0].SenderId.ToString()));
        Assert.Equal("", call.Orders[0].Variables);
        Assert.Single(world.Log.Leaves);
        Assert.Equal([people[0].AuthorisationId], world.Assurances.Raised);
        Assert.Null(await world.Store.ReadAsync(Containers.Heads, DispatchDocuments.UsageOf(people[0].Tag), Ct)); // no promise counts it
        Assert.Empty(world.Enterprise.Events);
        Assert.Equal(ProblemCodes.DispatchUnknown, (await party.StateAsync(DispatchIds.OfNotice(people[0].AuthorisationId))).Problem!.Code);
    }

    [Fact]
    public async Task An_operator_may_have_its_own_port()
    {
        await using var world = new TestWorld
        {
            Options = new DispatchOptions { NoticeSenders = new Dictionary<OperatorId, SenderId> { [South] = SenderId.Parse("10001") } },
        };
        var people = await world.PeopleAsync(1, i => Record(i, home: South));
        await (await world.StartAsync()).Get<INotices>().EnqueueAsync(people[0], Ct);
        await world.UntilAsync(() => world.South.Calls.Count == 1, "it is submitted");
        Assert.Equal("10001", world.South.Calls[0].Contexts[0].SenderId.ToString());
    }

    [Fact]
    public async Task A_notice_that_fails_raises_nothing()
    {
        await using var world = new TestWorld();
        world.North.Outcomes = _ => [OutcomeKind.Submitted, OutcomeKind.Failed];
        var people = await world.PeopleAsync(1);
        await (await world.StartAsync()).Get<INotices>().EnqueueAsync(people[0], Ct);
        await world.FinishedAsync(DispatchIds.OfNotice(people[0].AuthorisationId));
        Assert.Empty(world.Assurances.Raised);
    }

    [Fact]
    public async Task No_notice_goes_out_for_what_was_withdrawn_already()
    {
        await using var world = new TestWorld();
        var people = await world.PeopleAsync(1, i => Record(i) with { RevokedAt = At(Noon) });
        await (await world.StartAsync()).Get<INotices>().EnqueueAsync(people[0], Ct);
        await world.FinishedAsync(DispatchIds.OfNotice(people[0].AuthorisationId));
        Assert.Empty(world.North.Calls);
    }
}
