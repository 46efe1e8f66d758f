using System.Runtime.CompilerServices;
using Ascs.Contracts;
using Ascs.Storage;

namespace Ascs.Trust.Audit;

/// <summary>Reads a trail. Whoever does puts that on record first (<see cref="AuditEvent.AuditRead"/>).</summary>
public static class AuditReader
{
    private const int Spread = 64; // instances' clocks differ by seconds, so batches are in order of time but for a few

    /// <summary>All documents in order, for an <see cref="AuditVerifier"/>.</summary>
    public static async IAsyncEnumerable<Document> DocumentsAsync(IDocumentStore store, [EnumeratorCancellation] CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(store);
        for (var from = IdRange.First; from is not null;)
        {
            var page = await store.RangeAsync(Containers.Audit, AuditDocument.Partition, from, IdRange.End, StoreLimits.MaxPageItems, ct);
            foreach (var document in page.Items) yield return document;
            from = page.NextFromId;
        }
    }

    /// <summary>The head published last in the store, unchecked.</summary>
    public static async Task<SignedAuditHead?> HeadAsync(IDocumentStore store, CancellationToken ct) =>
        (await store.ReadAsync(Containers.Heads, SignedAuditHead.Key, SignedAuditHead.Schema, ct))?.Value;

    /// <summary>Entries of a span of time, in the order in which they were recorded. Signatures are not checked: that is what verifying is for.</summary>
    public static async IAsyncEnumerable<AuditEntry> EntriesAsync(
        IDocumentStore store, PlatId platform, DateTimeOffset from, DateTimeOffset until, [EnumeratorCancellation] CancellationToken ct)
    {
        var start = await StartAsync(store, platform, UnixTime.From(from), ct);
        var id = AuditDocument.IdOf(start);
        var late = 0;
        await foreach (var stored in store.RangeAllAsync(Containers.Audit, AuditDocument.Partition, id, IdRange.End, AuditDocument.Schema, ct))
        {
            if (AuditBatch.Parse(stored.Value.Text) is not { } batch) continue;
            if (batch.At.ToTime() > until.AddSeconds(Spread) && ++late > Spread) yield break;
            foreach (var entry in batch.Entries)
                if (entry.At.ToTime() >= from && entry.At.ToTime() < until) yield return entry;
        }
    }

    // Batches of half a year are millions; those before the span are not read.
    private static async Task<long> StartAsync(IDocumentStore store, PlatId platform, UnixTime from, CancellationToken ct)
    {
        var first = await store.RangeAsync(Containers.Audit, AuditDocument.Partition, IdRange.First, IdRange.End, 1, AuditDocument.Schema, ct);
        if (first.Items is not [var oldest]) return 1;
        var (low, high) = (AuditBatch.Parse(oldest.Value.Text)?.Number ?? 1, (await HeadAsync(store, ct))?.Read(platform)?.Number ?? 1);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var there = await store.ReadAsync(Containers.Audit, new DocumentKey(AuditDocument.Partition, AuditDocument.IdOf(middle)), AuditDocument.Schema, ct);
            if (there is not null && AuditBatch.Parse(there.Value.Text) is { } batch && batch.At < from) low = middle + 1;
            else high = middle;
        }

        return Math.Max(1, low - Spread);
    }
}
