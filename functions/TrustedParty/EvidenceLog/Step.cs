using Ascs.Storage;

namespace Ascs.TrustedParty.EvidenceLog;

/// <summary>A batch on its way into the log. Two callers may wait for the same one.</summary>
/// <param name="Id">The caller's batch id.</param>
/// <param name="Leaves">Its leaves.</param>
internal sealed record PendingBatch(string Id, IReadOnlyList<byte[]> Leaves)
{
    private readonly List<TaskCompletionSource<long>> waiters = []; // touched by the sequencer only

    public PendingBatch(string id, IReadOnlyList<byte[]> leaves, TaskCompletionSource<long> waiter)
        : this(id, leaves) => waiters.Add(waiter);

    /// <summary>Bytes before base64.</summary>
    public int Size { get; } = LeafPack.SizeOf(Leaves);

    public void Join(PendingBatch same) => waiters.AddRange(same.waiters);

    public void Answer(long first) => waiters.ForEach(waiter => waiter.TrySetResult(first));

    public void Fail(Exception reason) => waiters.ForEach(waiter => waiter.TrySetException(reason));
}

/// <summary>The batches of one commit, within the limits of <see cref="StoreLimits"/>.</summary>
internal sealed class Step
{
    /// <summary>Most leaves of a step.</summary>
    public const int MaxLeaves = 4096;

    /// <summary>Most batches: one document each, and one for the entries.</summary>
    public const int MaxBatches = StoreLimits.MaxWritesPerCommit - 1;

    /// <summary>Most bytes of leaves: base64 makes four of three, and every write weighs a little more than its body.</summary>
    public const int MaxBytes = (StoreLimits.MaxCommitBytes - (StoreLimits.MaxWritesPerCommit * (StoreLimits.WriteOverheadBytes + 100))) / 4 * 3;

    private readonly List<PendingBatch> batches = [];
    private readonly Dictionary<string, PendingBatch> byId = new(StringComparer.Ordinal);

    public IReadOnlyList<PendingBatch> Batches => batches;

    public IReadOnlyList<byte[]> Leaves => [.. batches.SelectMany(batch => batch.Leaves)];

    private int Count { get; set; }

    private int Bytes { get; set; }

    /// <summary>False when it does not fit any more.</summary>
    public bool TryAdd(PendingBatch batch)
    {
        if (byId.TryGetValue(batch.Id, out var same))
        {
            same.Join(batch);
            return true;
        }

        if (batches.Count > 0 && (batches.Count == MaxBatches || Count + batch.Leaves.Count > MaxLeaves || Bytes + batch.Size > MaxBytes))
            return false;
        batches.Add(batch);
        byId.Add(batch.Id, batch);
        (Count, Bytes) = (Count + batch.Leaves.Count, Bytes + batch.Size);
        return true;
    }

    /// <summary>Takes a batch out: it is in the log already.</summary>
    public void Remove(PendingBatch batch)
    {
        batches.Remove(batch);
        byId.Remove(batch.Id);
        (Count, Bytes) = (Count - batch.Leaves.Count, Bytes - batch.Size);
    }

    /// <summary>The commit that puts the step at <paramref name="first"/>: the entries at place 0, then the batches.</summary>
    public IReadOnlyList<Write> ToWrites(long first)
    {
        var writes = new List<Write>(batches.Count + 1)
        {
            LogDocuments.Entries.Create(LogDocuments.EntriesId(first), new EntriesDocument(Count, LeafPack.Pack(Leaves))),
        };
        foreach (var batch in batches)
        {
            writes.Add(LogDocuments.Batch.Create(LogDocuments.BatchId(batch.Id), new BatchDocument(first, batch.Leaves.Count)));
            first += batch.Leaves.Count;
        }

        return writes;
    }

    public void Fail(Exception reason) => batches.ForEach(batch => batch.Fail(reason));
}
