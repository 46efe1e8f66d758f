using Ascs.Storage;
using Ascs.Trust.Audit;

namespace Ascs.Trust.Tests.Audit;

/// <summary>A platform that starts finds a trail whose end was cut off, and goes on behind what was there, so that the gap stays.</summary>
public sealed class AuditStartTests : IDisposable
{
    private readonly AuditBed bed = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)] // the head of the store is newer than its records
    [InlineData(true)] // records and head were put back to what they were; the journal knows better
    public async Task a_trail_that_was_cut_off_is_broken(bool headToo)
    {
        await RecordAsync(bed, 3);
        using var old = new AuditBed { Author = bed.Author };
        await CopyAsync(bed, old, 2, headToo);
        old.Witness = new AuditWitness(
            () => bed.Journal.Lines.Select(SignedAuditHead.Find).OfType<SignedAuditHead>().TakeLast(1), keyId => keyId == "author-v1" ? bed.Author.AuthorKey.PublicKey : null);
        await RecordAsync(old, 1, isBroken: true);
        var entries = (await old.BatchesAsync()).SelectMany(batch => batch.Entries).ToList();
        Assert.Contains(entries, entry => entry is { Event: AuditEvent.AuditBroken, Result: "FOUND_AT_START" });
        Assert.Equal([1L, 2, 4, 5], (await old.BatchesAsync()).Select(batch => batch.Number));
    }

    [Fact]
    public async Task a_crash_between_a_batch_and_its_head_breaks_nothing()
    {
        await RecordAsync(bed, 3);
        using var old = new AuditBed { Author = bed.Author };
        await CopyAsync(bed, old, 3, headToo: true);
        await RecordAsync(old, 1, isBroken: false);
        Assert.Equal(4, (await old.BatchesAsync()).Count);
    }

    public void Dispose() => bed.Dispose();

    private static async Task RecordAsync(AuditBed bed, int count, bool? isBroken = null)
    {
        await using var trail = bed.Open();
        for (var i = 0; i < count; i++) await trail.RecordDurablyAsync(bed.Entry(AuditEvent.Login), Ct);
        if (isBroken is { } broken) Assert.Equal(broken, trail.IsBroken);
    }

    // The first batches, and the newest head or, as in a copy of that time, none.
    private static async Task CopyAsync(AuditBed from, AuditBed to, int batches, bool headToo)
    {
        var page = await from.Inner.RangeAsync(Containers.Audit, AuditDocument.Partition, IdRange.First, IdRange.End, batches, Ct);
        foreach (var document in page.Items)
            await to.Inner.CommitAsync(Containers.Audit, document.Key.Partition, [new Write.Create(document.Key.Id, document.Body, from.Time.GetUtcNow().AddDays(183))], Ct);
        if (headToo) return;
        var head = (await from.Inner.ReadAsync(Containers.Heads, SignedAuditHead.Key, Ct))!;
        await to.Inner.CommitAsync(Containers.Heads, SignedAuditHead.Key.Partition, [new Write.Create(SignedAuditHead.Key.Id, head.Body)], Ct);
    }
}
