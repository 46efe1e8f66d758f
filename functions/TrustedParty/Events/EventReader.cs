using System.Globalization;
using Ascs.Contracts;
using Ascs.Storage;

namespace Ascs.TrustedParty.Events;

/// <summary>Reads events in sequence, from any place on.</summary>
internal sealed class EventReader(IDocumentStore store)
{
    private const string Source = "urn:ascs:trusted-party";
    private const int MostInPage = 500;
    private const int MostBytes = 900_000; // of an EventBatch, with room to the endpoint's limit
    private const int EventBytes = 320; // of an event beside its data

    /// <summary>
    /// Up to so many contiguous events from a sequence on, fewer when they are large; none when there are none yet. When that sequence has expired they begin
    /// with the first one left and say from where on they were asked for.
    /// </summary>
    public async Task<EventBatch> ReadAsync(EnterpriseId enterprise, long from, int limit, CancellationToken ct)
    {
        var partition = EventDocuments.PartitionOf(enterprise);
        var page = await FirstPageAsync(partition, from, ct);
        var first = Math.Max(from, page?.First ?? from);
        var (events, bytes) = (new List<CloudEvent>(), 0);
        for (; page is not null && events.Count < limit; page = await PageAsync(partition, page.Last() + 1, ct))
        {
            foreach (var stored in page.Events.Skip((int)(first + events.Count - page.First)).Take(limit - events.Count))
            {
                bytes += EventBytes + stored.Data.GetRawText().Length;
                if (bytes > MostBytes && events.Count > 0) return Batch(enterprise, from, first, events);
                events.Add(ToEvent(enterprise, first + events.Count, stored));
            }
        }

        return Batch(enterprise, from, first, events);
    }

    // Mostly a page begins right there. Otherwise the one that holds it begins at most a page's length before it.
    private async Task<EventPage?> FirstPageAsync(string partition, long from, CancellationToken ct)
    {
        if (await PageAsync(partition, from, ct) is { } page) return page;
        var head = await store.ReadAsync(Containers.Work, new DocumentKey(partition, EventDocuments.Head), EventDocuments.MarkSchema, ct);
        if (from >= (head?.Value.Sequence ?? 1)) return null; // none yet, as it is most of the time
        var (start, end) = (EventDocuments.Page(Math.Max(1, from - MostInPage + 1)), IdRange.EndOf(EventDocuments.PagePrefix));
        await foreach (var stored in store.RangeAllAsync(Containers.Work, partition, start, end, EventDocuments.PageSchema, ct))
            if (stored.Value.Last() >= from) return stored.Value;
        return null;
    }

    private async Task<EventPage?> PageAsync(string partition, long first, CancellationToken ct) =>
        (await store.ReadAsync(Containers.Work, new DocumentKey(partition, EventDocuments.Page(first)), EventDocuments.PageSchema, ct))?.Value;

    private static EventBatch Batch(EnterpriseId enterprise, long asked, long first, List<CloudEvent> events) =>
        new(1, enterprise, events, first + events.Count, first > asked ? asked : null);

    private static CloudEvent ToEvent(EnterpriseId enterprise, long sequence, StoredEvent stored) => new(
        "1.0", string.Create(CultureInfo.InvariantCulture, $"{enterprise}-{sequence}"), Source, stored.Type, stored.Aid.ToString(),
        stored.Time.ToTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), sequence, stored.Data);
}
