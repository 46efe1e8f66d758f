using Ascs.Evidence.Checkpoints;
using Ascs.Storage;

namespace Ascs.TrustedParty.EvidenceLog;

/// <summary>
/// Puts steps into the log, one after another. The order of its writes, and what a crash after each of them leaves behind:
/// <list type="number">
/// <item>`entries-N` and `batch-…` in one atomic commit: THE COMMIT POINT. Before it nothing happened; after it the leaves have their places for ever.</item>
/// <item>`checkpoint`, by compare-and-swap. Before it the leaves are durable but covered by no checkpoint, and nobody was told of them: the next step or the next
/// start reads the entries after the checkpoint and signs one that covers them; a caller that asks again with its batch id finds the places.</item>
/// <item>Complete tiles. They only save work: without them the next start computes them again from the entries.</item>
/// </list>
/// Not thread-safe: one loop runs it. A second sequencer on the same store is harmless: it loses the create of `entries-N`, reads what the other wrote, and goes on.
/// </summary>
internal sealed class Sequencer
{
    private const int MostTries = 10;
    private readonly IDocumentStore store;
    private readonly LogKeys keys;
    private readonly LogTree tree;
    private readonly LogNodes nodes;
    private readonly LogEntries entries;
    private bool unsure; // a write may have happened without our knowing: read before the next one
    private volatile LogHead head;

    internal Sequencer(IDocumentStore store, LogKeys keys, LogTree tree, LogNodes nodes, LogEntries entries, LogHead head) =>
        (this.store, this.keys, this.tree, this.nodes, this.entries, this.head) = (store, keys, tree, nodes, entries, head);

    /// <summary>The newest checkpoint that is durable. Any thread.</summary>
    public SignedCheckpoint Checkpoint => head.Checkpoint;

    /// <summary>Puts a step into the log and answers its batches. On an exception they are left unanswered, and each is in the log or not.</summary>
    /// <exception cref="LogDamagedException">The log contradicts itself: stop.</exception>
    /// <exception cref="StoreUnavailableException">The store could not do it; try again.</exception>
    public async Task RunAsync(Step step, CancellationToken ct)
    {
        if (unsure)
            await CatchUpAsync(ct);
        unsure = true;
        var answers = new List<(PendingBatch Batch, long First)>(step.Batches.Count);
        for (var tries = 0; step.Batches.Count > 0; tries++)
        {
            if (tries == MostTries)
                throw new StoreUnavailableException("another sequencer is always faster");
            var first = tree.Size;
            var outcome = await store.CommitAsync(Containers.Evidence, LogDocuments.Log, step.ToWrites(first), ct);
            if (outcome is CommitOutcome.Conflict conflict)
                await TakeOutKnownAsync(step, answers, conflict, ct);
            else
                TakePlaces(step, answers, first);
        }

        await PublishAsync(ct);
        unsure = false;
        answers.ForEach(answer => answer.Batch.Answer(answer.First));
    }

    /// <summary>Stores complete tiles; those it can't store now stay in memory for the next time.</summary>
    public async Task SaveTilesAsync(CancellationToken ct)
    {
        var (tiles, size) = tree.Unsaved();
        if (tiles.Count == 0)
            return;
        foreach (var chunk in tiles.Chunk(StoreLimits.MaxWritesPerCall))
            await store.WriteManyAsync(Containers.Evidence, [.. chunk.Select(tile => (LogDocuments.Tiles, tile.ToWrite()))], ct); // a conflict: it is there
        tree.Saved(tiles, size);
    }

    /// <summary>Reads what others (or we, unknowing) wrote after our last step and checks it against the checkpoint.</summary>
    public async Task CatchUpAsync(CancellationToken ct)
    {
        var stored = await LogHead.ReadAsync(store, keys, ct) ?? throw new LogDamagedException("the checkpoint is gone.");
        await foreach (var (first, leaves) in entries.FromAsync(tree.Size, ct))
            tree.Append(first, leaves);
        if (stored.Size > tree.Size)
            throw new LogDamagedException($"the checkpoint covers {stored.Size} leaves, but only {tree.Size} are there.");
        if (await nodes.RootAtAsync(stored.Size, ct) != stored.Checkpoint.Checkpoint.Root)
            throw new LogDamagedException($"the first {stored.Size} leaves are not those that the checkpoint covers.");
        head = stored;
        await PublishAsync(ct);
        unsure = false;
    }

    // A conflict at place 0: another sequencer has this index. Elsewhere: that batch is in the log already.
    private async Task TakeOutKnownAsync(Step step, List<(PendingBatch Batch, long First)> answers, CommitOutcome.Conflict conflict, CancellationToken ct)
    {
        if (conflict.Index == 0)
            await CatchUpAsync(ct);
        unsure = true;
        var byId = step.Batches.ToDictionary(batch => LogDocuments.BatchId(batch.Id), StringComparer.Ordinal);
        DocumentKey[] wanted = [.. byId.Keys.Select(id => new DocumentKey(LogDocuments.Log, id))];
        foreach (var known in await store.ReadManyAsync(Containers.Evidence, wanted, LogDocuments.Batch, ct))
        {
            var batch = byId[known.Key.Id];
            answers.Add((batch, known.Value.First));
            step.Remove(batch);
        }
    }

    private void TakePlaces(Step step, List<(PendingBatch Batch, long First)> answers, long first)
    {
        var leaves = step.Leaves;
        tree.Append(first, leaves);
        entries.Remember(first, leaves);
        foreach (var batch in step.Batches.ToArray())
        {
            answers.Add((batch, first));
            first += batch.Leaves.Count;
            step.Remove(batch);
        }
    }

    private async Task PublishAsync(CancellationToken ct)
    {
        if (head.Size == tree.Size)
            return;
        var signed = new Checkpoint(keys.Origin, tree.Size, tree.Root()).Sign(keys.Signers);
        if (await LogHead.WriteAsync(store, signed, tree.Tiled, head, ct) is { } written)
            head = written;
        else
            await CatchUpAsync(ct); // another sequencer published: see what it covers, then publish beyond it
    }
}
