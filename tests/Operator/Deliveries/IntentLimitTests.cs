using Ascs.Contracts;
using Ascs.Operator.Links;

namespace Ascs.Operator.Tests.Deliveries;

public sealed class IntentLimitTests
{
    [Fact]
    public async Task Too_many_messages_within_the_window_make_a_person_wait_and_only_as_long()
    {
        await using var bed = await new Bed().ImportAsync();
        var person = await bed.PersonAsync();
        var before = bed.Orders([.. Enumerable.Repeat(person, Link.IntentsTaken)]);
        await bed.Get<LinkStore>().ChangeAsync(person.Tag, link => link! with
        {
            Intents = [.. before.Orders.Select(o => new LinkIntent(o.OrderId, "earlier", UnixTime.From(bed.Time.GetUtcNow())))],
        }, CancellationToken.None);
        await bed.RunServiceAsync();
        Assert.Equal((OutcomeKind.Refused, SendReason.NotNow), await OutcomeAsync(bed, person));
        bed.Time.Advance(LinkIntent.Window);
        Assert.Equal((OutcomeKind.Submitted, null), await OutcomeAsync(bed, person));
    }

    private static async Task<(OutcomeKind, SendReason?)> OutcomeAsync(Bed bed, Person person)
    {
        var orders = bed.Orders(person);
        await bed.SubmitAsync(orders);
        await bed.UntilAsync(() => bed.Told(orders.Orders[0].OrderId).Any());
        var told = bed.Told(orders.Orders[0].OrderId).Single();
        return (told.Kind, told.Reason);
    }
}
