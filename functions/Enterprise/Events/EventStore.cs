using System.Globalization;
using Ascs.Contracts;
using Ascs.Storage;

namespace Ascs.Enterprise.Events;

/// <summary>Events as they came: one document a batch and the head, written in one commit, so a batch is held whole or not at all.</summary>
internal sealed class EventStore(IDocumentStore store)
{
    private const string Partition = "events";
    private const string HeadId = "head";
    private const int LargestBatch = 500;
    private static readonly DocumentSchema<EventHead> Heads = new("event head", 1, EventJson.Default.EventHead);
    private static readonly DocumentSchema<IReadOnlyList<CloudEvent>> Batches = new("event batch", 1, EventJson.Default.IReadOnlyListCloudEvent);

    /// <summary>Last sequence held; 0 at first.</summary>
    public async Task<(long Through, string? ETag)> HeadAsync(CancellationToken ct) =>
        await store.ReadAsync(Containers.Work, new DocumentKey(Partition, HeadId), Heads, ct) is { } head ? (head.Value.Through, head.ETag) : (0, null);

    /// <summary>Adds events that follow the head; false when another call was faster.</summary>
    public async Task<bool> AddAsync(IReadOnlyList<CloudEvent> events, string? etag, CancellationToken ct)
    {
        var body = Heads.ToBody(new EventHead(events[^1].Sequence));
        Write head = etag is null ? new Write.Create(HeadId, body) : new Write.Replace(HeadId, body, etag);
        var batch = new Write.Create(IdOf(events[0].Sequence), Batches.ToBody(events));
        return await store.CommitAsync(Containers.Work, Partition, [batch, head], ct) is CommitOutcome.Committed;
    }

    /// <summary>Up to <paramref name="limit"/> events from a sequence on.</summary>
    public async Task<IReadOnlyList<CloudEvent>> ReadAsync(long from, int limit, CancellationToken ct)
    {
        // The batch that holds `from` begins at most one batch length before it.
        var start = IdOf(Math.Max(1, from - LargestBatch + 1));
        var found = new List<CloudEvent>();
        await foreach (var batch in store.RangeAllAsync(Containers.Work, Partition, start, "b-a", Batches, ct))
        {
            found.AddRange(batch.Value.Where(e => e.Sequence >= from));
            if (found.Count >= limit)
                break;
        }

        return [.. found.Take(limit)];
    }

    private static string IdOf(long sequence) => "b-" + sequence.ToString("D15", CultureInfo.InvariantCulture);
}
