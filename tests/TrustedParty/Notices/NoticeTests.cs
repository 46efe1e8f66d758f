using Ascs.Contracts;
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
        Assert.Equal(default, UsageRules.Counts(await world.UsageAsync(people[0].Tag), Channel.Sms, At(Noon), Dispatch, 0)); // no promise counts it
        Assert.Empty(world.Enterprise.Events);
        Assert.Equal(ProblemCodes.DispatchUnknown, (await party.StateAsync(DispatchIds.OfNotice(people[0].AuthorisationId))).Problem!.Code);
    }

    [Fact]
    public async Task A_person_hears_of_a_service_once_a_day_however_often_it_is_granted()
    {
        await using var world = new TestWorld();
        var grants = await world.PeopleAsync(5, i => Record(i, tag: 1) with { ServiceId = i == 3 ? ServiceId.Parse("news") : Offers });
        var notices = (await world.StartAsync()).Get<INotices>();
        await notices.EnqueueAsync(grants[0], Ct);
        await notices.EnqueueAsync(grants[1], Ct); // the same service again
        await notices.EnqueueAsync(grants[2], Ct); // another one
        await world.UntilAsync(() => world.Assurances.Raised.Count == 2, "two notices arrived");
        await world.FinishedAsync(DispatchIds.OfNotice(grants[1].AuthorisationId));
        world.Time.Advance(TimeSpan.FromDays(1));
        await notices.EnqueueAsync(grants[1], Ct); // what was refused stays refused and takes nobody's place
        await notices.EnqueueAsync(grants[3], Ct);
        await world.UntilAsync(() => world.Assurances.Raised.Count == 3, "the next day's arrived");

        Assert.Equal([grants[0], grants[2], grants[3]], grants.Where(g => world.Assurances.Raised.Contains(g.AuthorisationId))); // those of one day in any order
        Assert.Equal(3, world.North.HandedOver.Count);
        var refused = (await world.StateAsync(DispatchIds.OfNotice(grants[1].AuthorisationId)))!.Lines[0];
        Assert.Equal([SendReason.DailyCapReached], refused.Fate!.Reasons);
    }

    [Fact]
    public async Task A_notice_that_the_operator_never_handed_over_leaves_the_day_to_the_next_one()
    {
        await using var world = new TestWorld();
        world.North.Outcomes = _ => [OutcomeKind.Refused];
        var grants = await world.PeopleAsync(2, i => Record(i, tag: 1));
        var notices = (await world.StartAsync()).Get<INotices>();
        await notices.EnqueueAsync(grants[0], Ct);
        await world.FinishedAsync(DispatchIds.OfNotice(grants[0].AuthorisationId));
        world.North.Outcomes = _ => [OutcomeKind.Submitted, OutcomeKind.Delivered];
        await notices.EnqueueAsync(grants[1], Ct);
        await world.UntilAsync(() => world.Assurances.Raised.Count == 1, "it arrived");
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
