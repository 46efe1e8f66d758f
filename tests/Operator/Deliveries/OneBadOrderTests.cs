using Ascs.Contracts;
using Ascs.Operator.Links;

namespace Ascs.Operator.Tests.Deliveries;

/// <summary>An order that something is wrong with costs nobody else a message, whether it came in the same call or in another that is handed over with it.</summary>
public sealed class OneBadOrderTests
{
    [Fact]
    public async Task A_null_among_the_variables_is_refused_and_the_others_go_on()
    {
        await using var bed = await new Bed().ImportAsync();
        var (bad, good) = (bed.Orders(await bed.PersonAsync(), await bed.PersonAsync(Bed.OtherImsi)), bed.Orders(await bed.PersonAsync(Bed.OtherImsi)));
        bad = bad with { Orders = [bad.Orders[0] with { Variables = bed.Variables(("order", null!)) }, bad.Orders[1]] };
        await OnlyTheFirstIsRefusedAsync(bed, bad, good, SendReason.ContentRefused);
        Assert.DoesNotContain(bed.Logs, l => l.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_order_that_can_not_be_decided_is_refused_and_the_others_go_on()
    {
        await using var bed = await new Bed().ImportAsync();
        var person = await bed.PersonAsync();
        var (bad, good) = (bed.Orders(person, await bed.PersonAsync(Bed.OtherImsi)), bed.Orders(await bed.PersonAsync(Bed.OtherImsi)));
        await bed.Get<LinkStore>().ChangeAsync(person.Tag, link => link!.With(link.Authorisations[0] with { Pin = "AAAA" }), CancellationToken.None);
        await OnlyTheFirstIsRefusedAsync(bed, bad, good, SendReason.NotNow);
        Assert.Contains(bed.Logs, l => l.StartsWith("Error 1 orders could not be decided", StringComparison.Ordinal));
    }

    private static async Task OnlyTheFirstIsRefusedAsync(Bed bed, SubmitDeliveriesRequest bad, SubmitDeliveriesRequest good, SendReason reason)
    {
        var running = bed.RunServiceAsync(); // calls wait for the start, so that both are taken together
        await Task.WhenAll(bed.SubmitAsync(bad), bed.SubmitAsync(good), running);
        OrderId[] all = [.. bad.Orders.Concat(good.Orders).Select(o => o.OrderId)];
        await bed.UntilAsync(() => all.All(o => bed.Told(o).Any()));
        Assert.Equal((OutcomeKind.Refused, reason), (bed.Told(all[0]).Single().Kind, bed.Told(all[0]).Single().Reason));
        Assert.All(all[1..], o => Assert.Equal(OutcomeKind.Submitted, bed.Told(o).Single().Kind));
        Assert.Equivalent(all[1..], bed.Gateway.Sent.Select(m => m.Order), strict: true);
    }
}
