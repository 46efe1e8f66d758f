using Ascs.Contracts;
using Ascs.Operator.Gateway;
using Ascs.Storage;

namespace Ascs.Operator.Tests.Deliveries;

/// <summary>What comes between the decision and the gateway: an import, a stop.</summary>
public sealed class HandOverTests
{
    [Fact]
    public async Task An_import_while_orders_are_decided_makes_nobody_unreachable()
    {
        await using var bed = await new Bed().ImportAsync();
        await bed.RunServiceAsync();
        var (sure, unsure) = (await bed.PersonAsync(), await bed.PersonAsync(Bed.OtherImsi));
        await bed.SubmitAsync(bed.Orders(sure)); // the link then vouches for the number, under the rows of now
        await bed.UntilAsync(() => bed.Gateway.Sent.Count == 1);
        var imported = 0;
        bed.Store.Plan = async (call, _) =>
        {
            var holders = call is { Operation: StoreOperation.ReadMany } && call.Container == Containers.Ciphertext && Interlocked.Exchange(ref imported, 1) == 0;
            if (holders) await bed.ImportAsync(); // the same people, under another version: the former rows are gone when the reading goes on
            return Fault.None;
        };
        var orders = bed.Orders(sure, unsure);
        await bed.SubmitAsync(orders);
        await bed.UntilAsync(() => orders.Orders.All(o => bed.Told(o.OrderId).Any()));
        Assert.Equal(1, imported);
        Assert.All(orders.Orders, o => Assert.Equal((OutcomeKind.Submitted, null), (bed.Told(o.OrderId).Single().Kind, bed.Told(o.OrderId).Single().Reason)));
    }

    [Fact]
    public async Task A_stop_tells_of_what_the_gateway_has_not_got_that_it_was_not_sent_and_not_that_it_was_too_late()
    {
        await using var bed = await new Bed().ImportAsync();
        await bed.RunServiceAsync();
        var asked = false;
        bed.Gateway.Behaviour = _ =>
        {
            asked = true;
            return new HandOverOutcome.NothingTaken();
        };
        await bed.SubmitAsync(bed.Orders(await bed.PersonAsync()));
        await bed.WaitAsync(() => asked);
        await bed.StopServiceAsync();
        bed.Start();
        bed.Gateway.Behaviour = _ => null;
        await bed.RunServiceAsync();
        await bed.UntilAsync(() => bed.Trust.Items.Any());
        Assert.Equal((OutcomeKind.NotSent, SendReason.NotNow), (bed.Trust.Items.Single().Kind, bed.Trust.Items.Single().Reason));
        Assert.Empty(bed.Gateway.Sent);
    }
}
