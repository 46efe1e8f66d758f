using Ascs.Evidence.Checkpoints;
using Ascs.Evidence.Leaves;
using Ascs.Evidence.Tree;
using Ascs.Hosts.Local.Setup;
using Ascs.Storage;
using Ascs.Storage.Sqlite;
using Ascs.TrustedParty.EvidenceLog;

namespace Ascs.Journeys.Tests.Kills;

/// <summary>The log as it lies in the trusted party's store after it was killed for the last time, held against what was signed before.</summary>
internal sealed record LogInspection(MemoryTree Tree, IReadOnlyList<Leaf> Leaves)
{
    /// <summary>Reads every leaf; fails when one is missing or can't be read.</summary>
    public static async Task<LogInspection> ReadAsync(PartyFolder folder, CancellationToken ct)
    {
        await using var store = SqliteDocumentStore.Open(new SqliteStoreOptions(folder.Store, Containers.Main) { Time = TimeProvider.System });
        var (tree, leaves) = (new MemoryTree(), new List<Leaf>());
        var steps = store.RangeAllAsync(Containers.Evidence, LogDocuments.Log, LogDocuments.EntriesId(0), IdRange.EndOf("entries-"), LogDocuments.Entries, ct);
        await foreach (var step in steps)
        {
            Assert.Equal(tree.Size, LogDocuments.FirstOf(step.Key.Id));
            foreach (var bytes in LeafPack.Unpack(step.Value))
            {
                Assert.True(Leaf.TryParse(bytes, out var leaf), $"Leaf {tree.Size} can't be read.");
                leaves.Add(leaf);
                tree.Append(leaf.Hash);
            }
        }

        return new LogInspection(tree, leaves);
    }

    /// <summary>Every checkpoint fetched is signed by both keys and is a beginning of the next one and of the log.</summary>
    public async Task ContinuesAsync(IReadOnlyList<SignedCheckpoint> checkpoints, PartyFolder folder, CancellationToken ct)
    {
        await using var keys = await OpenKeys.OpenAsync(folder, TimeProvider.System, ct);
        var log = LogKeys.From(keys.Ring, checkpoints[0].Checkpoint.Origin);
        Assert.All(checkpoints, checkpoint => Assert.True(log.Signed(checkpoint)));
        Assert.All(checkpoints, checkpoint => Assert.Equal(Tree.RootAt(checkpoint.Checkpoint.Size), checkpoint.Checkpoint.Root));
        foreach (var (one, next) in checkpoints.Zip(checkpoints.Skip(1), (one, next) => (one.Checkpoint, next.Checkpoint)))
            Assert.True(Consistency.Check(Tree.ProveConsistency(one.Size, next.Size), one.Size, one.Root, next.Size, next.Root), $"{next.Size} does not continue {one.Size}.");
    }
}
