using Ascs.Contracts;
using Ascs.Operator.Deliveries;
using Ascs.Storage;

namespace Ascs.Operator.Tests.Deliveries;

/// <summary>Every write of the delivery path × {lost, kept but reported lost} × {the process lives on, the process dies}.</summary>
public sealed class AttackedWritesTests
{
    public static TheoryData<int, Fault, bool> Attacks()
    {
        var attacks = new TheoryData<int, Fault, bool>();
        foreach (var fault in new[] { Fault.Lost, Fault.KeptButReportedLost })
            for (var write = 1; write <= 6; write++)
            {
                attacks.Add(write, fault, true);
                attacks.Add(write, fault, false);
            }

        return attacks;
    }

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task Nobody_gets_a_message_twice_and_every_order_gets_an_outcome(int write, Fault fault, bool dies)
    {
        await using var bed = await new Bed().ImportAsync();
        var people = new[] { await bed.PersonAsync(), await bed.PersonAsync(Bed.OtherImsi), await bed.PersonAsync() };
        var orders = bed.Orders(people);
        await bed.RunServiceAsync();
        var first = bed.Store.Writes + write;
        var dead = false; // a dead process neither reads nor writes any more
        bed.Store.Plan = (call, _) =>
        {
            if (dead) return ValueTask.FromResult(Fault.Lost);
            dead = dies && call.WriteNumber == first;
            return ValueTask.FromResult(call.WriteNumber == first ? fault : Fault.None);
        };
        bed.Gateway.Behaviour = messages =>
        {
            if (!dies) foreach (var message in messages) bed.Gateway.Receipt(message.Order);
            return null;
        };
        await TrySubmitAsync(bed, orders);
        for (var i = 0; i < 40; i++)
        {
            bed.Time.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Delay(2, CancellationToken.None);
        }

        if (dies)
        {
            bed.Start();
            await bed.RunServiceAsync();
        }

        await bed.UntilAsync(() => TrySubmitAsync(bed, orders).GetAwaiter().GetResult());
        await bed.UntilAsync(() => orders.Orders.All(o => bed.Told(o.OrderId).Any(i => i.Kind is not OutcomeKind.Submitted) || bed.Told(o.OrderId).Any()));
        Assert.All(bed.Gateway.Sent.CountBy(m => m.Order), c => Assert.Equal(1, c.Value));
        foreach (var order in orders.Orders)
        {
            var last = bed.Told(order.OrderId).Last();
            var sent = bed.Gateway.Sent.Any(m => m.Order == order.OrderId);
            if (last.Kind is OutcomeKind.Submitted or OutcomeKind.Delivered) Assert.True(sent);
            if (last.Kind is OutcomeKind.NotSent or OutcomeKind.Refused) Assert.False(sent);
        }

        Assert.Equal(Enumerable.Range(1, bed.Trust.Reported.Count).Select(i => (long)i), bed.Trust.Reported.Keys.Order());
    }

    [Fact]
    public async Task A_process_that_dies_at_the_gateway_leaves_unknown_and_one_that_dies_before_leaves_the_order_to_go_on()
    {
        await using var bed = await new Bed().ImportAsync();
        var orders = bed.Orders(await bed.PersonAsync());
        await bed.RunServiceAsync();
        bed.Gateway.Behaviour = _ =>
        {
            bed.Store.Plan = FaultPlans.When(_ => true, Fault.Lost); // dies while the gateway has it
            return null;
        };
        await bed.SubmitAsync(orders);
        await bed.UntilAsync(() => bed.Gateway.Sent.Count == 1);
        bed.Start();
        await bed.RunServiceAsync();
        await bed.UntilAsync(() => bed.Trust.Items.Any());
        Assert.Equal(OutcomeKind.Unknown, bed.Trust.Items.Single().Kind);
        bed.Gateway.Receipt(orders.Orders[0].OrderId);
        await bed.UntilAsync(() => bed.Trust.Items.Count() == 2);
        Assert.Equal(OutcomeKind.Delivered, bed.Trust.Items.Last().Kind);
        Assert.Single(bed.Gateway.Sent);
    }

    [Fact]
    public async Task An_order_without_intent_is_not_sent_after_a_late_restart()
    {
        await using var bed = await new Bed().ImportAsync();
        var orders = bed.Orders(await bed.PersonAsync());
        await bed.Inner.CommitAsync(Containers.Work, DeliveryPlaces.Partition,
            [ChunkOrders.Schema.Create(DeliveryPlaces.Orders + "c1", new(UnixTime.From(bed.Time.GetUtcNow()), orders.Contexts, orders.Orders))], CancellationToken.None);
        bed.Time.Advance(TimeSpan.FromMinutes(1));
        await bed.RunServiceAsync();
        await bed.UntilAsync(() => bed.Trust.Items.Any());
        Assert.Equal(OutcomeKind.NotSent, bed.Trust.Items.Single().Kind);
        Assert.Empty(bed.Gateway.Sent);
    }

    [Fact]
    public async Task Orders_without_intent_go_on_after_a_restart_in_time_notices_too()
    {
        await using var bed = await new Bed().ImportAsync();
        var orders = bed.Orders(await bed.PersonAsync());
        orders = orders with { Contexts = [bed.Context(orders.Orders[0].OrderId.Dispatch, OrderKind.Notice)], Orders = [orders.Orders[0] with { Variables = "" }] };
        await bed.Inner.CommitAsync(Containers.Work, DeliveryPlaces.Partition,
            [ChunkOrders.Schema.Create(DeliveryPlaces.Orders + "c1", new(UnixTime.From(bed.Time.GetUtcNow()), orders.Contexts, orders.Orders))], CancellationToken.None);
        await bed.RunServiceAsync();
        await bed.UntilAsync(() => bed.Trust.Items.Any());
        Assert.Equal(OutcomeKind.Submitted, bed.Trust.Items.Single().Kind);
        Assert.Single(bed.Gateway.Sent);
    }

    [Theory]
    [InlineData(Fault.Lost)]
    [InlineData(Fault.KeptButReportedLost)]
    public async Task Reports_arrive_once_and_without_gaps_whatever_happens_to_their_calls(Fault fault)
    {
        await using var bed = await new Bed().ImportAsync();
        var calls = 0;
        bed.Trust.Reporting = () => ++calls % 2 == 1 ? fault : Fault.None;
        await bed.RunServiceAsync();
        for (var i = 0; i < 3; i++)
        {
            await bed.SubmitAsync(bed.Orders(await bed.PersonAsync()));
            await bed.UntilAsync(() => bed.Trust.Items.Count() == i + 1);
        }

        Assert.Equal([1, 2, 3], bed.Trust.Reported.Keys.Order());
        Assert.Equal(3, bed.Trust.Items.Select(i => i.OrderId).Distinct().Count());
    }

    private static async Task<bool> TrySubmitAsync(Bed bed, SubmitDeliveriesRequest orders)
    {
        try
        {
            await bed.SubmitAsync(orders, "one-and-the-same-key");
            return true;
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
    }
}
