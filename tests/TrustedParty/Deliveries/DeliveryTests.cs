using Ascs.Contracts;
using Ascs.TrustedParty.Deliveries;
using Ascs.TrustedParty.Dispatches;
using Ascs.TrustedParty.Tests.World;
using static Ascs.TrustedParty.Tests.Dispatches.Given;

namespace Ascs.TrustedParty.Tests.Deliveries;

public class DeliveryTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Orders_of_many_dispatches_share_a_call_while_another_is_under_way()
    {
        await using var world = new TestWorld { Options = new DispatchOptions { Gathering = TimeSpan.Zero, CallsPerOperator = 1 } };
        var (arrived, goes) = (new TaskCompletionSource(), new TaskCompletionSource());
        world.North.Busy = () =>
        {
            arrived.TrySetResult();
            return goes.Task;
        };
        var lanes = (await world.StartAsync()).Get<IOperatorLanes>();
        var first = lanes.SubmitAsync(North, Pending(1, 10).Group, Ct);
        await arrived.Task.WaitAsync(Ct);
        var others = Enumerable.Range(1, 39).Select(i => lanes.SubmitAsync(North, Pending(1, 10, DispatchId.From(Base32.Encode128((UInt128)i))).Group, Ct)).ToList();
        goes.SetResult();
        Assert.All(await Task.WhenAll([first, .. others]), Assert.True);
        Assert.Equal([1, 39], world.North.Calls.Select(c => c.Orders.Count));
        Assert.All(world.North.Calls, c => Assert.All(c.Orders, o => Assert.Equal(o.OrderId.Dispatch, c.Contexts[o.Context].DispatchId)));
    }

    [Fact]
    public async Task An_operator_that_comes_back_in_time_gets_the_order_once()
    {
        await using var world = new TestWorld();
        world.North.IsAway = true;
        var party = await world.StartAsync();
        var answer = (await party.CreateAsync(TestWorld.Request(await world.PeopleAsync(1)))).Value!;
        for (var i = 0; i < 20; i++) await world.PumpAsync(TimeSpan.FromSeconds(1));
        world.North.IsAway = false;
        await world.FinishedAsync(answer.DispatchId);
        Assert.Single(world.North.HandedOver);
        Assert.Equal(SendOutcome.Delivered, (await world.StateAsync(answer.DispatchId))!.Lines[0].Outcome);
    }

    [Fact]
    public async Task An_operator_that_stays_away_makes_it_too_late_and_the_count_stays()
    {
        await using var world = new TestWorld();
        world.North.IsAway = true;
        var people = await world.PeopleAsync(1);
        var party = await world.StartAsync();
        var answer = (await party.CreateAsync(TestWorld.Request(people))).Value!;
        await world.FinishedAsync(answer.DispatchId, TimeSpan.FromMilliseconds(500));
        var state = (await party.StateAsync(answer.DispatchId)).Value!.Recipients[0];
        Assert.Equal((SendOutcome.Refused, SendReason.TooLate), (state.Outcome, state.Reason));
        Assert.Single((await world.UsageAsync(people[0].Tag)).Entries, e => e.Counted); // a lost answer proves nothing
    }

    [Fact]
    public async Task An_operator_whose_clock_is_off_gets_no_orders_until_it_is_right_again()
    {
        await using var world = new TestWorld();
        world.North.Skew = TimeSpan.FromSeconds(-3);
        var people = await world.PeopleAsync(3);
        var party = await world.StartAsync();
        await world.FinishedAsync((await party.CreateAsync(TestWorld.Request([people[0]]), "key-0000000000000000")).Value!.DispatchId); // its answer tells the time
        Assert.Single(world.North.HandedOver);

        var late = (await party.CreateAsync(TestWorld.Request([people[1]]), "key-0000000000000001")).Value!;
        await world.FinishedAsync(late.DispatchId, TimeSpan.FromMilliseconds(500));
        Assert.Equal(SendReason.TooLate, (await party.StateAsync(late.DispatchId)).Value!.Recipients[0].Reason);
        var next = (await party.CreateAsync(TestWorld.Request([people[2]]), "key-0000000000000002")).Value!;
        world.North.Skew = TimeSpan.Zero;
        await world.FinishedAsync(next.DispatchId, TimeSpan.FromMilliseconds(500));
        Assert.Equal([people[0].Tag, people[2].Tag], world.North.HandedOver.Select(o => o.Tag));
        Assert.DoesNotContain(world.North.Calls.SelectMany(c => c.Orders), o => o.Tag == people[1].Tag);
        var minutes = (world.Time.GetUtcNow() - Noon).TotalMinutes + 1;
        Assert.True(world.North.ClockKeys.Count > minutes + 1, "asked more often than once a minute");
        Assert.InRange(world.North.ClockKeys.Distinct().Count(), 1, minutes); // the operator keeps each for a day
    }

    [Theory]
    [InlineData(OutcomeKind.Refused)]
    [InlineData(OutcomeKind.NotSent)]
    public async Task What_the_operator_says_later_it_never_handed_over_is_given_back_and_told_again(OutcomeKind kind)
    {
        await using var world = new TestWorld();
        world.North.IsAway = true;
        var people = await world.PeopleAsync(1);
        var party = await world.StartAsync();
        var answer = (await party.CreateAsync(TestWorld.Request(people))).Value!;
        await world.FinishedAsync(answer.DispatchId, TimeSpan.FromMilliseconds(500));
        world.North.Report(OrderId.Of(answer.DispatchId, 0, 0), people[0].AuthorisationId, kind);
        await world.UntilAsync(() => world.Enterprise.Events.Count == 2, "the correction is told");
        Assert.Equal(2, world.Log.Leaves.Count);
        Assert.DoesNotContain((await world.UsageAsync(people[0].Tag)).Entries, e => e.Counted);
    }

    [Fact]
    public async Task What_the_operator_refuses_is_given_back_and_told_in_public_words()
    {
        await using var world = new TestWorld();
        world.North.Outcomes = _ => [OutcomeKind.Refused];
        var people = await world.PeopleAsync(1);
        var party = await world.StartAsync();
        var answer = (await party.CreateAsync(TestWorld.Request(people))).Value!;
        await world.FinishedAsync(answer.DispatchId);
        Assert.Equal([SendReason.Blocked], (await world.StateAsync(answer.DispatchId))!.Lines[0].Fate!.Reasons);
        Assert.Equal(SendReason.Unreachable, (await party.StateAsync(answer.DispatchId)).Value!.Recipients[0].Reason);
        Assert.DoesNotContain((await world.UsageAsync(people[0].Tag)).Entries, e => e.Counted);
    }

    [Fact]
    public async Task What_was_provably_not_sent_is_ordered_again_as_another_attempt()
    {
        await using var world = new TestWorld();
        world.North.Outcomes = o => o.OrderId.Attempt == 0 ? [OutcomeKind.NotSent] : [OutcomeKind.Submitted, OutcomeKind.Delivered];
        var people = await world.PeopleAsync(1);
        var party = await world.StartAsync();
        var answer = (await party.CreateAsync(TestWorld.Request(people))).Value!;
        await world.FinishedAsync(answer.DispatchId);
        Assert.Equal(1, Assert.Single(world.North.HandedOver).OrderId.Attempt);
        Assert.Equal(SendOutcome.Delivered, (await world.StateAsync(answer.DispatchId))!.Lines[0].Outcome);
        Assert.Single((await world.UsageAsync(people[0].Tag)).Entries, e => e.Counted);
    }

    [Fact]
    public async Task The_operator_learns_nothing_it_need_not_know()
    {
        await using var world = new TestWorld();
        var people = await world.PeopleAsync(1);
        var party = await world.StartAsync();
        await world.FinishedAsync((await party.CreateAsync(TestWorld.Request(people))).Value!.DispatchId);
        var call = System.Text.Json.JsonSerializer.Serialize(Assert.Single(world.North.Calls), WireJson.Default.SubmitDeliveriesRequest);
        Assert.DoesNotContain(people[0].Aid.ToString(), call, StringComparison.Ordinal);
        Assert.Contains(people[0].Tag.ToString(), call, StringComparison.Ordinal); // the control
    }

    [Fact]
    public void A_call_is_full_at_500_orders_and_keeps_within_its_bytes()
    {
        var call = new OrderCall();
        Assert.True(call.TryAdd(Pending(499, 100)));
        Assert.False(call.TryAdd(Pending(2, 100)));
        Assert.True(call.TryAdd(Pending(1, 100)));
        Assert.True(call.IsFull);
        var heavy = new OrderCall();
        Assert.True(heavy.TryAdd(Pending(100, 8000)));
        Assert.False(heavy.TryAdd(Pending(100, 8000)));
        var bytes = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(heavy.ToRequest(), WireJson.Default.SubmitDeliveriesRequest);
        Assert.True(bytes.Length <= heavy.Groups[0].Group.Bytes);
    }

    [Fact]
    public void Orders_too_large_for_one_call_are_cut_in_order()
    {
        var group = Pending(500, 8192).Group;
        var parts = OrderGroup.Cut(group.Context, group.Orders, OrderCall.MostBytes).ToList();
        Assert.True(parts.Count > 4);
        Assert.Equal(group.Orders.Select(o => o.OrderId), parts.SelectMany(p => p.Orders).Select(o => o.OrderId));
        Assert.All(parts, p => Assert.True(p.Bytes <= EndpointLimits.Batch.MaxBodyBytes));
    }

    [Fact]
    public void The_same_orders_have_the_same_key_and_others_another()
    {
        static string KeyOf(PendingGroup group)
        {
            var call = new OrderCall();
            call.TryAdd(group);
            return call.Key();
        }

        Assert.Equal(KeyOf(Pending(2, 10)), KeyOf(Pending(2, 20)));
        Assert.NotEqual(KeyOf(Pending(2, 10)), KeyOf(Pending(3, 10)));
        Assert.Matches("^[0-9A-Za-z_-]{16,64}$", KeyOf(Pending(1, 1)));
    }

    private static PendingGroup Pending(int orders, int variables, DispatchId? of = null)
    {
        var dispatch = of ?? Dispatch;
        var context = new DeliveryContext(
            dispatch, OrderKind.Message, Bank, Offers, Channel.Sms, TemplateId.Parse("welcome"), 1, Port, TestWorld.Text(16), TestWorld.Text(113), Language.Zh);
        var list = Enumerable.Range(0, orders).Select(i => new DeliveryOrder(
            OrderId.Of(dispatch, i, 0), 0, Tag(i), Authorisation(i), Digest.From(new byte[32]), At(Noon), new string('A', variables)));
        return new PendingGroup(new OrderGroup(context, [.. list], Noon), new TaskCompletionSource<bool>());
    }
}
