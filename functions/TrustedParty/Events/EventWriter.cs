using Ascs.Contracts;
using Ascs.Storage;

namespace Ascs.TrustedParty.Events;

/// <summary>
/// Gives the events of one enterprise their places. Appends that wait together share one commit: a page, the key of each append, the head. The head is changed by
/// compare-and-swap and the page is created, so sequences have no gap and no place is given twice, also when two instances append at once.
/// </summary>
internal sealed class EventWriter(EnterpriseId enterprise, IDocumentStore store, TimeSpan retention, TimeProvider time, Action appended)
{
    private const int MostEvents = 500;
    private const int MostAppends = 90; // a commit has at most 100 writes
    private const int MostBytes = 1_500_000;
    private static readonly TimeSpan KeysKept = TimeSpan.FromDays(30);
    private readonly string partition = EventDocuments.PartitionOf(enterprise);
    private readonly Lock gate = new();
    private readonly Queue<PendingAppend> waiting = []; // under gate
    private bool running; // under gate
    private (long Next, string? ETag)? head; // owned by the loop; null: must be read

    /// <summary>Puts an append in line.</summary>
    public void Add(PendingAppend append)
    {
        lock (gate)
        {
            waiting.Enqueue(append);
            if (running) return;
            running = true;
        }

        _ = Task.Run(LoopAsync);
    }

    private async Task LoopAsync()
    {
        while (true)
        {
            List<PendingAppend> batch;
            lock (gate)
            {
                if (waiting.Count == 0)
                {
                    running = false;
                    return;
                }

                batch = Take();
            }

            try
            {
                await WriteAsync(batch);
                appended();
            }
            catch (Exception e)
            {
                head = null; // nobody knows whether it happened
                foreach (var append in batch) append.Appended.TrySetException(e);
            }
        }
    }

    private List<PendingAppend> Take()
    {
        var (batch, events, bytes) = (new List<PendingAppend>(), 0, 0);
        while (batch.Count < MostAppends && waiting.TryPeek(out var next))
        {
            events += next.Events.Count;
            bytes += next.Events.Sum(e => 200 + e.Data.GetRawText().Length);
            if (batch.Count > 0 && (events > MostEvents || bytes > MostBytes || batch.Any(b => b.Key == next.Key))) break;
            batch.Add(waiting.Dequeue());
        }

        return batch;
    }

    private async Task WriteAsync(List<PendingAppend> batch)
    {
        while (batch.Count > 0)
        {
            head ??= await ReadHeadAsync();
            var outcome = await store.CommitAsync(Containers.Work, partition, ToWrites(batch, head.Value.Next, head.Value.ETag));
            if (outcome is CommitOutcome.Committed committed)
            {
                head = (head.Value.Next + batch.Sum(b => b.Events.Count), committed.ETags[1]);
                break;
            }

            await TakeOutKnownAsync(batch);
            head = null;
        }

        foreach (var append in batch) append.Appended.TrySetResult();
    }

    private Write[] ToWrites(List<PendingAppend> batch, long first, string? etag)
    {
        var now = time.GetUtcNow();
        var page = new EventPage(first, [.. batch.SelectMany(b => b.Events).Select(e => new StoredEvent(e.Type, e.Aid, UnixTime.From(e.Time), e.Data))]);
        var next = new EventMark(first + page.Events.Count);
        return
        [
            EventDocuments.PageSchema.Create(EventDocuments.Page(first), page, now + retention),
            etag is null ? EventDocuments.MarkSchema.Create(EventDocuments.Head, next) : EventDocuments.MarkSchema.Replace(EventDocuments.Head, next, etag),
            .. batch.Select(b => EventDocuments.MarkSchema.Create(EventDocuments.Key(b.Key), new EventMark(first), now + KeysKept)),
        ];
    }

    // A conflict: some of them were appended before a crash or a lost answer, or another instance was faster.
    private async Task TakeOutKnownAsync(List<PendingAppend> batch)
    {
        DocumentKey[] keys = [.. batch.Select(b => new DocumentKey(partition, EventDocuments.Key(b.Key)))];
        var known = (await store.ReadManyAsync(Containers.Work, keys)).Select(d => d.Key.Id).ToHashSet();
        foreach (var append in batch.Where(b => known.Contains(EventDocuments.Key(b.Key))).ToList())
        {
            append.Appended.TrySetResult();
            batch.Remove(append);
        }
    }

    private async Task<(long Next, string? ETag)> ReadHeadAsync()
    {
        var stored = await store.ReadAsync(Containers.Work, new DocumentKey(partition, EventDocuments.Head), EventDocuments.MarkSchema);
        return (stored?.Value.Sequence ?? 1, stored?.ETag);
    }
}
