using Ascs.Storage;
using Ascs.Trust.Audit;
using Ascs.Trust.Tests.Calls;

namespace Ascs.Trust.Tests.Audit;

public sealed class AuditTrailTests : IDisposable
{
    private readonly AuditBed bed = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task what_was_recorded_is_on_disk_when_the_trail_is_closed()
    {
        await using (var trail = bed.Open())
            for (var i = 0; i < 5_000; i++) trail.Record(bed.Entry());
        Assert.Equal(5_000, (await bed.BatchesAsync()).Sum(batch => batch.Entries.Count));
    }

    [Fact]
    public async Task who_waits_hears_when_it_is_on_disk_with_all_before_it()
    {
        await using var trail = bed.Open();
        trail.Record(bed.Entry());
        await trail.RecordDurablyAsync(bed.Entry(AuditEvent.KeyRotated, "author-v2"), Ct);
        Assert.Equal([AuditEvent.Call, AuditEvent.KeyRotated], (await bed.BatchesAsync()).SelectMany(batch => batch.Entries).Select(entry => entry.Event));
    }

    [Fact]
    public async Task a_call_waits_for_nobody_and_is_written_when_a_second_has_passed()
    {
        await using var trail = bed.Open();
        trail.Record(bed.Entry());
        while ((await bed.BatchesAsync()).Count == 0) await Task.Delay(5, Ct);
        Assert.Single((await bed.BatchesAsync())[0].Entries);
    }

    [Fact]
    public async Task batches_are_chained_over_restarts_and_instances()
    {
        await using (var one = bed.Open())
        await using (var other = bed.Open())
            for (var i = 0; i < 10; i++)
                await (i % 2 == 0 ? one : other).RecordDurablyAsync(bed.Entry(AuditEvent.Login), Ct);
        await using (var again = bed.Open()) await again.RecordDurablyAsync(bed.Entry(AuditEvent.Logout), Ct);
        var batches = await bed.BatchesAsync();
        Assert.Equal(11, batches.Count);
        Assert.Equal(AuditHead.Empty, batches[0].Previous);
        Assert.All(batches.Zip(batches.Skip(1)), pair => Assert.Equal(pair.First.ToHead(), pair.Second.Previous));
    }

    [Fact]
    public async Task a_write_that_was_kept_but_reported_lost_is_there_once()
    {
        await using (var trail = bed.Open())
        {
            await trail.RecordDurablyAsync(bed.Entry(AuditEvent.Login), Ct);
            bed.Store.Plan = FaultPlans.When(call => call.Operation == StoreOperation.Commit, Fault.KeptButReportedLost);
            await Assert.ThrowsAsync<StoreUnavailableException>(async () => await trail.RecordDurablyAsync(bed.Entry(AuditEvent.Logout), Ct));
            Assert.False(trail.Works);
            bed.Store.Plan = FaultPlans.None;
            await Patience.Until(() => trail.Works, Ct);
        }

        Assert.Equal([AuditEvent.Login, AuditEvent.Logout], (await bed.BatchesAsync()).SelectMany(batch => batch.Entries).Select(entry => entry.Event));
    }

    [Fact]
    public async Task equal_pages_become_one_record_with_a_count()
    {
        await using (var trail = bed.Open())
            for (var i = 0; i < 100; i++) trail.Record(bed.Entry(AuditEvent.Page, "consent/show", traceId: null));
        var entries = (await bed.BatchesAsync()).SelectMany(batch => batch.Entries).ToList();
        Assert.Equal(100, entries.Sum(entry => entry.Count));
        Assert.True(entries.Count < 100);
    }

    [Fact]
    public void the_term_is_half_a_year_at_least()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new AuditTerm(182));
        Assert.Equal(183, default(AuditTerm).ToSpan().TotalDays);
    }

    public void Dispose() => bed.Dispose();
}
