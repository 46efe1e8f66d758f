using System.Threading.Channels;
using Ascs.Operator.Reports;
using Ascs.Storage;
using Ascs.Trust.Calls;
using Ascs.Trust.Journal;
using Microsoft.Extensions.Logging;

namespace Ascs.Operator.Deliveries;

/// <summary>
/// The one writer of states, reports and the cursor. It takes what waits, applies it and commits it at once; a commit that fails is repeated unchanged until it is
/// known to be there, so memory never runs ahead of the store by more than one batch. A SUBMITTED waits a moment for its receipt: then only the receipt is told.
/// </summary>
internal sealed class DeliveryJournal(IDocumentStore store, OpenChunks chunks, ReportSignal signal, TimeProvider time, ILogger<DeliveryJournal> log)
{
    /// <summary>How long a SUBMITTED waits for its receipt.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMilliseconds(200);

    private static readonly Backoff Pauses = new(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5));

    private readonly Channel<JournalEntry> _entries = System.Threading.Channels.Channel.CreateUnbounded<JournalEntry>(new() { SingleReader = true });

    // Used by the loop alone.
    private JournalBatch _batch = new();
    private JournalEntry? _held;
    private long _nextSequence = 1;

    /// <summary>Makes an entry durable. Returns when it is; cancelling stops the waiting only. Fails when the journal has ended.</summary>
    public Task AppendAsync(JournalEntry entry, CancellationToken ct)
    {
        if (!_entries.Writer.TryWrite(entry)) Fail(entry);
        return entry.Durable.Task.WaitAsync(ct);
    }

    /// <summary>Reads where sequences stand; before the loop.</summary>
    public async Task LoadAsync(CancellationToken ct) =>
        _nextSequence = (await store.ReadAsync(Containers.Work, DeliveryPlaces.Key(DeliveryPlaces.Head), ReportHead.Schema, ct))?.Value.Next ?? 1;

    /// <summary>
    /// The loop; ends when cancelled, between two commits. A bug ends it for good: a batch that can't be written is in memory and not in the store, and only a new
    /// process, which reads back what is there, knows again what was done. Whoever waits, or comes later, is told.
    /// </summary>
    public async Task RunAsync(CancellationToken ct)
    {
        try
        {
            while (_held is not null || await _entries.Reader.WaitToReadAsync(ct)) await WriteAsync(ct);
        }
        catch (Exception) when (!ct.IsCancellationRequested)
        {
            End();
            throw;
        }
    }

    private async Task WriteAsync(CancellationToken ct)
    {
        Collect();
        var writes = _batch.ToWrites(_nextSequence, time.GetUtcNow());
        if (writes.Count > 0) await CommitAsync(writes, ct);
        _nextSequence += _batch.Items;
        Publish(_batch, ct);
    }

    private void Collect()
    {
        _batch = new();
        while (_held is not null || _entries.Reader.TryRead(out _held))
        {
            if (!_batch.Fits(_held)) return;
            _batch.Add(_held);
            _held = null;
        }
    }

    private void End()
    {
        _entries.Writer.TryComplete();
        foreach (var entry in _batch.Entries) Fail(entry);
        if (_held is not null) Fail(_held);
        while (_entries.Reader.TryRead(out var left)) Fail(left);
    }

    private static void Fail(JournalEntry entry) => entry.Durable.TrySetException(new StoreUnavailableException("The delivery journal has ended."));

    private async Task CommitAsync(List<Write> writes, CancellationToken ct)
    {
        for (var pause = Pauses.First; ; pause = Pauses.After(pause))
        {
            try
            {
                // The only conflict there can be is our own page of an attempt that was reported lost: everything else is an upsert.
                await store.CommitAsync(Containers.Work, DeliveryPlaces.Partition, writes, ct);
                return;
            }
            catch (StoreUnavailableException)
            {
                log.Warn("the delivery journal could not be written and is tried again");
                await Task.Delay(pause, time, ct);
            }
        }
    }

    private void Publish(JournalBatch batch, CancellationToken ct)
    {
        foreach (var chunk in batch.Untold) _ = TellSubmittedAsync(chunk, ct);
        foreach (var chunk in batch.Closed) chunks.Remove(chunk);
        foreach (var chunk in batch.Entries.SelectMany(e => e.Steps).Select(s => s.Order.Chunk).Distinct()) chunk.Slim();
        foreach (var entry in batch.Entries) entry.Durable.TrySetResult();
        if (batch.Items > 0) signal.Ring();
    }

    /// <summary>Tells the SUBMITTED orders of a chunk that have no receipt after a moment.</summary>
    public async Task TellSubmittedAsync(OpenChunk chunk, CancellationToken ct)
    {
        try
        {
            await Task.Delay(Patience, time, ct);
            var step = new OrderStep(OrderState.Submitted, chunk.SubmittedAt);
            var untold = chunk.Orders.Where(o => o.State == OrderState.SubmittedUntold).Select(o => (o, step)).ToArray();
            if (untold.Length > 0) _entries.Writer.TryWrite(new(untold));
        }
        catch (OperationCanceledException)
        {
            // The platform stops; the next start tells them.
        }
    }
}
