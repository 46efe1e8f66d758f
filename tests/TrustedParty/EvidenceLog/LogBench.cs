using System.Buffers.Text;
using System.Text;
using Ascs.Contracts;
using Ascs.Evidence.Checkpoints;
using Ascs.Evidence.Tree;
using Ascs.Gm;
using Ascs.Storage;
using Ascs.TrustedParty.EvidenceLog;
using Microsoft.Extensions.Logging.Abstractions;
using Hash = Ascs.Evidence.Tree.Hash256;

namespace Ascs.TrustedParty.Tests.EvidenceLog;

/// <summary>A log over a store that goes wrong on purpose, with the checks any monitor would make.</summary>
internal sealed class LogBench
{
    public const string Origin = "log.example/1";
    private static readonly Sm2PrivateKey Sm2 = Sm2PrivateKey.Generate();
    public static readonly LogKeys Keys = new(Origin, new Ed25519NoteSigner(Origin, new byte[32]), new Sm2NoteSigner(Origin, Sm2));

    public LogBench() => Store = new FaultyDocumentStore(Inner);

    public InMemoryDocumentStore Inner { get; } = new();

    public FaultyDocumentStore Store { get; }

    public static byte[][] Leaves(string name, int count) => [.. Enumerable.Range(0, count).Select(i => Encoding.UTF8.GetBytes($"{name}/{i}"))];

    public async Task<SequencedLog> StartAsync()
    {
        var log = new SequencedLog(Store, Keys, NullLogger<SequencedLog>.Instance);
        await log.StartAsync(TestContext.Current.CancellationToken);
        return log;
    }

    /// <summary>Every leaf from the store, in order and without a gap: what a monitor would read.</summary>
    public async Task<List<byte[]>> ReadAllAsync()
    {
        var all = new List<byte[]>();
        var range = Inner.RangeAllAsync(Containers.Evidence, LogDocuments.Log, "entries-", IdRange.EndOf("entries-"), LogDocuments.Entries);
        await foreach (var stored in range)
        {
            Assert.Equal(all.Count, LogDocuments.FirstOf(stored.Key.Id));
            all.AddRange(LeafPack.Unpack(stored.Value));
        }

        return all;
    }

    /// <summary>The checkpoint covers exactly the leaves stored, its signatures hold, and every leaf named proves itself.</summary>
    public async Task CheckAsync(SequencedLog log, params long[] indexes)
    {
        var tree = new MemoryTree();
        var all = await ReadAllAsync();
        all.ForEach(leaf => tree.Append(Sha256TreeHash.Instance.Leaf(leaf)));
        var receipt = await log.ProveAsync(indexes, TestContext.Current.CancellationToken);
        Assert.True(SignedCheckpoint.TryParse(receipt.Checkpoint, out var signed));
        Assert.True(Keys.Signed(signed));
        Assert.Equal(all.Count, signed.Checkpoint.Size);
        Assert.Equal(tree.Root(), signed.Checkpoint.Root);
        Assert.Equal(indexes, receipt.Leaves.Select(leaf => leaf.Index));
        foreach (var proof in receipt.Leaves)
            Assert.True(Proves(proof, signed.Checkpoint, all[(int)proof.Index]));
    }

    private static bool Proves(LeafProof proof, Checkpoint checkpoint, byte[] expected)
    {
        var leaf = Base64Url.DecodeFromChars(proof.Leaf);
        Hash[] path = [.. proof.Proof.Select(hash => new Hash(Base64Url.DecodeFromChars(hash)))];
        return leaf.AsSpan().SequenceEqual(expected)
            && Inclusion.Check(path, proof.Index, Sha256TreeHash.Instance.Leaf(leaf), checkpoint.Size, checkpoint.Root);
    }
}
