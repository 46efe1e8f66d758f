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

    /// <summary>Up to so many contiguous events from a sequence on, fewer when they are large; none when there are none yet.</summary>
    public async Task<EventBatch> ReadAsync(EnterpriseId enterprise, long from, int limit, CancellationToken ct)
    {
        var events = new List<CloudEvent>();
        var bytes = 0;
        await foreach (var page in PagesAsync(EventDocuments.PartitionOf(enterprise), from, ct))
        {
            for (var i = (int)Math.Max(0, from + events.Count - page.First); i < page.Events.Count; i++)
            {
                var stored = page.Events[i];
                bytes += EventBytes + stored.Data.GetRawText().Length;
                if (events.Count == limit || (bytes > MostBytes && events.Count > 0)) return Batch(enterprise, from, events);
                events.Add(ToEvent(enterprise, page.First + i, stored));
            }
        }

        return Batch(enterprise, from, events);
    }

    // The page that holds a sequence begins at most a page's length before it; mostly it begins right there.
    private async IAsyncEnumerable<EventPage> PagesAsync(string partition, long from, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var next = from;
        foreach (var start in new[] { from, Math.Max(1, from - MostInPage + 1) })
        {
            for (var id = EventDocuments.Page(start); id is not null;)
            {
                var range = await store.RangeAsync(
                    Containers.Work, partition, id, IdRange.EndOf(EventDocuments.PagePrefix), 100, EventDocuments.PageSchema, ct);
                if (start == from && next == from && range.Items is [var first, ..] && first.Value.First != from) break; // it begins before: look from there
                foreach (var page in range.Items.Select(i => i.Value).Where(p => p.Last() >= next))
                {
                    if (page.First > next) yield break; // expired before: there is a gap that nothing fills
                    yield return page;
                    next = page.Last() + 1;
                }

                id = range.NextFromId;
            }

            if (next > from) yield break;
        }
    }

    private static EventBatch Batch(EnterpriseId enterprise, long from, List<CloudEvent> events) => new(1, enterprise, events, from + events.Count);

    private static CloudEvent ToEvent(EnterpriseId enterprise, long sequence, StoredEvent stored) => new(
        "1.0", string.Create(CultureInfo.InvariantCulture, $"{enterprise}-{sequence}"), Source, stored.Type, stored.Aid.ToString(),
        stored.Time.ToTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), sequence, stored.Data);
}
