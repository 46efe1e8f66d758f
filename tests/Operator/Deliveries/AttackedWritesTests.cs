using Ascs.Contracts;
using Ascs.Operator.Deliveries;
using Ascs.Storage;

namespace Ascs.Operator.Tests.Deliveries;

/// <summary>Every write of the delivery path × {lost, kept but reported lost} × {the process lives on, the process dies}.</summary>
public sealed class AttackedWritesTests
{
    [Theory]
    [InlineData(Fault.Lost, false)]
    [InlineData(Fault.Lost, true)]
    [InlineData(Fault.KeptButReportedLost, false)]
    [InlineData(Fault.KeptButReportedLost, true)]
    public async Task Nobody_gets_a_message_twice_and_every_order_gets_an_outcome(Fault fault, bool dies)
    {
        var writes = await RunAsync(0, Fault.None, dies: false);
        Assert.True(writes >= 5, $"{writes} writes: accepted, intended, submitted, receipts, told");
        for (var write = 1; write <= writes; write++) await RunAsync(write, fault, dies);
    }

    /// <summary>Three orders, two of which get a receipt; the write with this number fails. Answers how many there were.</summary>
    private static async Task<long> RunAsync(int write, Fault fault, bool dies)
    {
        await using var bed = await new Bed().ImportAsync();
        var orders = bed.Orders(await bed.PersonAsync(), await bed.PersonAsync(Bed.OtherImsi), await bed.PersonAsync());
        bed.Gateway.Behaviour = messages =>
        {
            foreach (var message in messages.Where(m => HasReceipt(m.Order))) bed.Gateway.Receipt(message.Order);
            return null;
        };
        await bed.RunServiceAsync();
        var before = bed.Store.Writes;
        var dead = false; // a dead process neither reads nor writes any more
        bed.Store.Plan = (call, _) =>
        {
            if (dead) return ValueTask.FromResult(Fault.Lost);
            var attacked = call.WriteNumber == before + write;
            if (dies && attacked) dead = true; // set, never assigned: a call beside this one must not bring the dead back
            return ValueTask.FromResult(attacked ? fault : Fault.None);
        };
        await TrySubmitAsync(bed, orders);
        await bed.UntilAsync(() => dead || !dies || IsSettled(bed, orders));
        if (dies)
        {
            bed.Kill();
            bed.Start();
            await bed.RunServiceAsync();
        }

        while (!await TrySubmitAsync(bed, orders)) await Task.Delay(2, CancellationToken.None);
        await bed.UntilAsync(() => IsSettled(bed, orders));
        Assert.All(orders.Orders, o => Assert.True(IsTrue(bed, o.OrderId, dies), $"write {write}: {string.Join(" | ", bed.Told(o.OrderId))}"));
        Assert.All(bed.Gateway.Sent.CountBy(m => m.Order), c => Assert.Equal(1, c.Value));
        var sequences = bed.Trust.Reported.Keys.Order().ToList();
        Assert.Equal(Enumerable.Range(1, sequences.Count).Select(i => (long)i), sequences);
        return bed.Store.Writes - before;
    }

    private static bool HasReceipt(OrderId order) => order.Recipient < 2;

    private static bool IsSettled(Bed bed, SubmitDeliveriesRequest orders)
    {
        var sent = bed.Gateway.Sent.Select(m => m.Order).Where(HasReceipt).ToHashSet();
        return orders.Orders.All(o => sent.Contains(o.OrderId) ? bed.Told(o.OrderId).Any(i => i.Kind == OutcomeKind.Delivered) : bed.Told(o.OrderId).Any());
    }

    // Only who died between the intent and the gateway's answer may say that nobody knows.
    private static bool IsTrue(Bed bed, OrderId order, bool dies)
    {
        var sent = bed.Gateway.Sent.Any(m => m.Order == order);
        return bed.Told(order).Last().Kind switch
        {
            OutcomeKind.Delivered => sent && HasReceipt(order),
            OutcomeKind.Submitted => sent && !HasReceipt(order),
            OutcomeKind.NotSent or OutcomeKind.Refused => !sent,
            _ => dies && !(sent && HasReceipt(order)),
        };
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
        bed.Kill();
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
