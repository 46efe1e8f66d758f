using Ascs.Contracts;
using Ascs.Operator.Reports;
using Ascs.Storage;

namespace Ascs.Operator.Deliveries;

/// <summary>Entries that go into one commit: changes the states in memory and says what has to be written.</summary>
internal sealed class JournalBatch
{
    // A commit takes 2 MB: a step reports about 170 bytes, a reply up to 5 kB.
    private const int MaxWeight = 5000;
    private const int ReplyWeight = 30;

    private readonly HashSet<OpenChunk> _touched = [];
    private readonly HashSet<OpenChunk> _closing = [];
    private readonly List<OutcomeItem> _items = [];
    private long? _cursor;
    private int _weight;

    /// <summary>The entries in it.</summary>
    public List<JournalEntry> Entries { get; } = [];

    /// <summary>Chunks that are closed by it.</summary>
    public List<OpenChunk> Closed { get; } = [];

    /// <summary>Chunks with orders that wait to be told as SUBMITTED.</summary>
    public IEnumerable<OpenChunk> Untold => _touched.Where(c => !Closed.Contains(c) && Array.Exists(c.Orders, o => o.State == OrderState.SubmittedUntold));

    /// <summary>How many items it reports.</summary>
    public int Items => _items.Count;

    /// <summary>True when another entry fits; the first always does.</summary>
    public bool Fits(JournalEntry entry) =>
        Entries.Count == 0
        || (_weight + Weight(entry) <= MaxWeight
            && _touched.Count + _closing.Count + Chunks(entry) <= JournalEntry.MaxChunks);

    /// <summary>Applies an entry to the states in memory.</summary>
    public void Add(JournalEntry entry)
    {
        Entries.Add(entry);
        _weight += Weight(entry);
        foreach (var (order, step) in entry.Steps)
            if (OrderMoves.Allows(order.State, step.To)) Apply(order, step);
        _items.AddRange(entry.Items);
        foreach (var chunk in entry.Closing ?? []) _closing.Add(chunk);
        _cursor = entry.Cursor ?? _cursor;
    }

    /// <summary>Everything to be written, in one commit.</summary>
    public List<Write> ToWrites(long firstSequence, DateTimeOffset now)
    {
        var writes = new List<Write>();
        foreach (var chunk in _touched.Union(_closing))
        {
            if (!chunk.IsDone && !_closing.Contains(chunk))
            {
                writes.Add(ChunkStates.Schema.Upsert(DeliveryPlaces.States + chunk.Id, chunk.ToStates()));
                continue;
            }

            Closed.Add(chunk);
            writes.Add(new Write.Delete(DeliveryPlaces.Orders + chunk.Id));
            writes.Add(new Write.Delete(DeliveryPlaces.States + chunk.Id));
            writes.Add(new Write.Upsert(DeliveryPlaces.Done + chunk.Id, DeliveryPlaces.Mark, now + DeliveryPlaces.DoneKept));
        }

        if (_cursor is { } cursor) writes.Add(ReportHead.CursorSchema.Upsert(DeliveryPlaces.Cursor, cursor));
        AddReports(writes, firstSequence);
        return writes;
    }

    private static int Weight(JournalEntry entry) => entry.Steps.Count + (entry.Items.Count * ReplyWeight);

    private static int Chunks(JournalEntry entry) => entry.Steps.Select(s => s.Order.Chunk).Distinct().Count() + (entry.Closing?.Count ?? 0);

    private void Apply(OpenOrder order, OrderStep step)
    {
        order.State = step.To;
        _touched.Add(order.Chunk);
        if (step.To == OrderState.SubmittedUntold) order.Chunk.SubmittedAt = step.At;
        if (OrderMoves.Told(step.To) is { } kind) _items.Add(new(kind, step.At, order.Id, order.Authorisation, step.Reason));
    }

    private void AddReports(List<Write> writes, long firstSequence)
    {
        if (_items.Count == 0) return;
        var sequence = firstSequence;
        foreach (var part in _items.Chunk(ReportPage.MaxItems))
        {
            writes.Add(ReportPage.Schema.Create(DeliveryPlaces.Report(sequence), new ReportPage(part)));
            sequence += part.Length;
        }

        writes.Add(ReportHead.Schema.Upsert(DeliveryPlaces.Head, new ReportHead(sequence)));
    }
}
