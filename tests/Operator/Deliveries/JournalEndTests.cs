using Ascs.Contracts;
using Ascs.Operator.Deliveries;
using Ascs.Storage;
using Microsoft.Extensions.Hosting;

namespace Ascs.Operator.Tests.Deliveries;

/// <summary>A journal that meets a bug ends loudly: nothing waits for ever, and the next process knows what was done.</summary>
public sealed class JournalEndTests
{
    [Fact]
    public async Task A_batch_that_can_not_be_written_ends_the_platform_and_the_next_start_tells_its_orders()
    {
        await using var bed = await new Bed().ImportAsync();
        await bed.RunServiceAsync();
        var orders = bed.Orders(await bed.PersonAsync());
        bed.Store.Plan = (call, _) => IsReport(call) ? throw new ArgumentException("commit: at most so many bytes") : ValueTask.FromResult(Fault.None);
        var service = (BackgroundService)bed.Get<IEnumerable<IHostedService>>().Single();
        await bed.SubmitAsync(orders);
        await bed.UntilAsync(() => service.ExecuteTask!.IsCompleted);
        Assert.IsType<InvalidOperationException>(service.ExecuteTask!.Exception?.InnerException); // which stops the host
        Assert.Single(bed.Logs, l => l.StartsWith("Error the delivery journal failed", StringComparison.Ordinal));
        bed.Start();
        await bed.RunServiceAsync();
        await bed.UntilAsync(() => bed.Told(orders.Orders[0].OrderId).Any());
        Assert.Equal(OutcomeKind.Submitted, bed.Told(orders.Orders[0].OrderId).Single().Kind);
        Assert.Single(bed.Gateway.Sent);
    }

    [Fact]
    public async Task Whoever_waits_for_an_ended_journal_is_told_and_so_is_who_comes_later()
    {
        await using var bed = new Bed();
        var journal = bed.Get<DeliveryJournal>();
        JournalEntry[] entries = [.. Enumerable.Range(1, 3).Select(i => Of(bed, i))]; // more than one commit holds
        Task[] waiting = [.. entries.Select(e => journal.AppendAsync(e, CancellationToken.None))];
        bed.Store.Plan = (call, _) => IsReport(call) ? throw new ArgumentException("commit: at most so many bytes") : ValueTask.FromResult(Fault.None);
        await Assert.ThrowsAsync<ArgumentException>(() => journal.RunAsync(CancellationToken.None));
        foreach (var task in waiting) await Assert.ThrowsAsync<StoreUnavailableException>(() => task);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => journal.AppendAsync(Of(bed, 4), CancellationToken.None));
    }

    private static JournalEntry Of(Bed bed, long seq)
    {
        var item = new OutcomeItem(OutcomeKind.OptOut, UnixTime.From(bed.Time.GetUtcNow()), null, bed.NewAuthorisation(), null, null, Bed.Port);
        return new([], [.. Enumerable.Repeat(item, JournalEntry.MaxItems)], seq);
    }

    private static bool IsReport(StoreCall call) =>
        call.Operation == StoreOperation.Commit && call.Keys.Any(k => k.Id.StartsWith(DeliveryPlaces.Reports, StringComparison.Ordinal));
}
