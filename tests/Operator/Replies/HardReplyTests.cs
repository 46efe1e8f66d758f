using System.Collections.Concurrent;
using Ascs.Contracts;
using Ascs.Operator.Deliveries;
using Ascs.Operator.Gateway;
using Ascs.Operator.Links;
using Ascs.Operator.Subscribers;
using Ascs.Storage;

namespace Ascs.Operator.Tests.Replies;

/// <summary>A reply that something is wrong with costs nobody else a receipt or an opt-out.</summary>
public sealed class HardReplyTests
{
    [Fact]
    public async Task A_reply_that_can_not_be_taken_is_passed_over_and_what_comes_behind_it_is_told()
    {
        await using var bed = await new Bed().ImportAsync();
        await bed.RunServiceAsync();
        var (bad, good) = (await bed.PersonAsync(), await bed.PersonAsync(Bed.OtherImsi));
        var orders = bed.Orders(good);
        await bed.SubmitAsync(orders);
        await bed.UntilAsync(() => bed.Told(orders.Orders[0].OrderId).Any());
        await bed.Get<LinkStore>().ChangeAsync(bad.Tag, link => link!.With(link.Authorisations[0] with { Pin = "AAAA" }), CancellationToken.None);
        bed.Gateway.Reply(Of(Bed.Number), Bed.Port, "退订");
        bed.Gateway.Reply(Of(Bed.OtherNumber), Bed.Port, "R");
        bed.Gateway.Receipt(orders.Orders[0].OrderId);
        await bed.UntilAsync(() => bed.Trust.Items.Count() == 3);
        Assert.Equal([OutcomeKind.Submitted, OutcomeKind.Delivered, OutcomeKind.OptOut], bed.Trust.Items.Select(i => i.Kind).Order());
        Assert.All(bed.Trust.Items, i => Assert.Equal(good.Authorisation, i.AuthorisationId));
        Assert.Single(bed.Logs, l => l.StartsWith("Error the reply before event", StringComparison.Ordinal));
        Assert.DoesNotContain(bed.Logs, l => l.Contains(Bed.Number, StringComparison.Ordinal) || l.Contains("退订", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_opt_out_that_ends_many_authorisations_is_told_in_parts_and_passed_with_the_last()
    {
        const int Many = (2 * JournalEntry.MaxItems) + 50;
        await using var bed = await new Bed().ImportAsync();
        var person = await bed.PersonAsync();
        await FillAsync(bed, person, Many);
        var commits = new ConcurrentQueue<bool>(); // of reports: with the cursor or without
        bed.Store.Plan = (call, _) =>
        {
            if (call.Keys.Any(k => k.Id.StartsWith(DeliveryPlaces.Reports, StringComparison.Ordinal)) && call.Operation == StoreOperation.Commit)
                commits.Enqueue(call.Keys.Any(k => k.Id == DeliveryPlaces.Cursor));
            return ValueTask.FromResult(Fault.None);
        };
        bed.Gateway.Reply(Of(Bed.Number), Bed.Port, "R");
        await bed.Get<DeliveryJournal>().LoadAsync(CancellationToken.None);
        using var stop = new CancellationTokenSource();
        var journal = bed.Get<DeliveryJournal>().RunAsync(stop.Token);
        await bed.Get<PullGateway>().TakeAsync(bed.Gateway.News(0)!, CancellationToken.None);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => journal);
        Assert.Equal([false, true], commits.Distinct());
        Assert.True(commits.Last());
        await bed.RunServiceAsync();
        await bed.UntilAsync(() => bed.Trust.Items.Count() == Many);
        Assert.Equal(Many, bed.Trust.Items.Select(i => i.AuthorisationId).Distinct().Count());
    }

    // More than recognising lets into a link: the promise must not rest on that limit alone, as several enterprises may be behind a port.
    private static async Task FillAsync(Bed bed, Person person, int many) => await bed.Get<LinkStore>().ChangeAsync(person.Tag, link =>
    {
        var first = link!.Authorisations[0];
        var pin = bed.Keys.Open(first.Pin, person.Tag, first.Id);
        var others = Enumerable.Range(1, many - 1).Select(_ => bed.NewAuthorisation()).Select(id => first with { Id = id, Pin = bed.Keys.Seal(pin, person.Tag, id) });
        return link with { Authorisations = [first, .. others] };
    }, CancellationToken.None);

    private static PhoneNumber Of(string digits) => PhoneNumber.TryParse(digits, out var number) ? number : throw new FormatException();
}
