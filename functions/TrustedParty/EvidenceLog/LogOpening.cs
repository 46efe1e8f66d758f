using Ascs.Evidence.Checkpoints;
using Ascs.Evidence.Tree;
using Ascs.Storage;
using Hash = Ascs.Evidence.Tree.Hash256;

namespace Ascs.TrustedParty.EvidenceLog;

/// <summary>
/// Finds the log as it was left: the edge out of the stored tiles (at most 255 a level), then the entries after them, then the checkpoint checked and
/// rolled forward. A log of any size opens with a few thousand hashes.
/// </summary>
internal static class LogOpening
{
    /// <summary>Opens the log; one that has never been is begun with a checkpoint of size 0.</summary>
    /// <exception cref="LogDamagedException">The checkpoint and the entries contradict each other.</exception>
    public static async Task<OpenLog> OpenAsync(IDocumentStore store, LogKeys keys, CancellationToken ct)
    {
        var head = await LogHead.ReadAsync(store, keys, ct) ?? await BeginAsync(store, keys, ct);
        var tree = head.Tiled == 0 ? new LogTree() : await LoadAsync(store, head.Tiled, ct);
        var nodes = new LogNodes(store, tree);
        var entries = new LogEntries(store, nodes);
        if (head.Tiled > 0)
            await ContinueStepAsync(tree, nodes, entries, ct);
        var sequencer = new Sequencer(store, keys, tree, nodes, entries, head);
        await sequencer.CatchUpAsync(ct);
        return new OpenLog(sequencer, nodes, entries);
    }

    private static async Task<LogHead> BeginAsync(IDocumentStore store, LogKeys keys, CancellationToken ct)
    {
        var any = await store.RangeAsync(Containers.Evidence, LogDocuments.Log, IdRange.First, IdRange.End, 1, ct);
        if (any.Items.Count > 0)
            throw new LogDamagedException("there are entries, but the checkpoint is gone.");
        var empty = new Checkpoint(keys.Origin, 0, Sha256TreeHash.Instance.Empty).Sign(keys.Signers);
        return await LogHead.WriteAsync(store, empty, 0, null, ct)
            ?? await LogHead.ReadAsync(store, keys, ct) // another sequencer began it
            ?? throw new LogDamagedException("the checkpoint is gone.");
    }

    private static async Task<LogTree> LoadAsync(IDocumentStore store, long size, CancellationToken ct)
    {
        var upperEdge = new List<List<Hash>>();
        for (var level = 0; size >> (TileKey.Height * (level + 1)) > 0; level++)
        {
            var complete = size >> (TileKey.Height * (level + 1));
            var from = complete - (complete % Tile.Width); // those before are inside complete tiles of the level above
            TileKey[] keys = [.. Enumerable.Range(0, (int)(complete - from)).Select(i => new TileKey(level, from + i))];
            var tiles = await LogNodes.LoadAsync(store, keys, ct);
            upperEdge.Add([.. tiles.OrderBy(tile => tile.Key.Index).Select(tile => tile.Root())]);
        }

        return new LogTree(size, upperEdge.AsEnumerable().Reverse().SelectMany(Nodes), upperEdge);
    }

    // The hashes of one level that no complete tile above holds, folded into as few subtrees as there are one-bits in their number, largest first.
    private static IEnumerable<Hash> Nodes(List<Hash> hashes)
    {
        var tile = new Tile(default, [.. hashes], []);
        return TreeMath.CompleteNodes(new LeafRange(0, hashes.Count)).Select(tile.Node);
    }

    // The last tile may end in the middle of a step.
    private static async Task ContinueStepAsync(LogTree tree, LogNodes nodes, LogEntries entries, CancellationToken ct)
    {
        var last = new TileKey(0, (tree.Size / Tile.Width) - 1);
        var first = (await nodes.TilesAsync([last], ct))[last].Steps is [.., var start] ? start : throw new LogDamagedException("a tile can't be read.");
        tree.Append(first, await entries.StepAsync(first, ct));
    }
}

/// <summary>The parts of an open log.</summary>
internal sealed record OpenLog(Sequencer Sequencer, LogNodes Nodes, LogEntries Entries);
