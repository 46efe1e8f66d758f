using System.Buffers.Text;
using System.Threading.Channels;
using Ascs.Contracts;
using Ascs.Evidence.Checkpoints;
using Ascs.Evidence.Tree;
using Ascs.Storage;
using Ascs.Trust.Journal;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ascs.TrustedParty.EvidenceLog;

/// <summary>The log of this process: one loop that puts what waits into steps, as many batches in one commit as there are, at once when there is one.</summary>
internal sealed class SequencedLog(IDocumentStore store, LogKeys keys, ILogger<SequencedLog> logger) : BackgroundService, IEvidenceLog, ILogReader
{
    private const int MaxWaiting = 1024;
    private const int MaxBatchLeaves = 500;
    private const int MaxLeafBytes = 2048;
    private readonly Channel<PendingBatch> waiting = System.Threading.Channels.Channel.CreateBounded<PendingBatch>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });
    private readonly TaskCompletionSource<OpenLog> opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Opens the log before anything of the host answers; a damaged one stops the start.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        opened.SetResult(await LogOpening.OpenAsync(store, keys, cancellationToken));
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<long> AppendAsync(string batchId, IReadOnlyList<byte[]> leaves, CancellationToken cancellationToken)
    {
        StoreLimits.CheckKey(new DocumentKey(LogDocuments.Log, batchId));
        if (batchId.Length > 64 || leaves.Count is 0 or > MaxBatchLeaves || leaves.Any(leaf => leaf.Length is 0 or > MaxLeafBytes))
            throw new ArgumentException("A batch id has at most 64 characters; a batch has 1 to 500 leaves of 1 to 2048 bytes.", nameof(leaves));
        var waiter = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        await waiting.Writer.WriteAsync(new PendingBatch(batchId, leaves, waiter), cancellationToken);
        return await waiter.Task.WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<EvidenceReceipt> ProveAsync(IReadOnlyList<long> indexes, CancellationToken cancellationToken)
    {
        var log = await opened.Task.WaitAsync(cancellationToken);
        var checkpoint = log.Sequencer.Checkpoint;
        var size = checkpoint.Checkpoint.Size;
        var nodes = await log.Nodes.FetchAsync(indexes.SelectMany(index => TreeMath.NodesForInclusion(index, size)), cancellationToken);
        var leaves = await log.Entries.ReadAsync(indexes, cancellationToken);
        return new EvidenceReceipt(checkpoint.ToString(), [.. indexes.Select(index => Prove(index, size, leaves[index], nodes))]);
    }

    /// <inheritdoc/>
    public async Task<SignedCheckpoint> CheckpointAsync(CancellationToken cancellationToken) =>
        (await opened.Task.WaitAsync(cancellationToken)).Sequencer.Checkpoint;

    /// <summary>Runs steps until the host stops; a step begun is finished. <see cref="LogDamagedException"/> leaves here and stops the host.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var log = await opened.Task;
        try
        {
            while (await waiting.Reader.WaitToReadAsync(stoppingToken))
                await RunAsync(log.Sequencer, Gather());
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping: whoever still waits gets no answer and asks again after the restart, with the same batch id.
        }
        finally
        {
            waiting.Writer.TryComplete();
            while (waiting.Reader.TryRead(out var left))
                left.Fail(new StoreUnavailableException("the log is closed"));
        }
    }

    private static LeafProof Prove(long index, long size, byte[] leaf, FetchedNodes nodes) =>
        new(index, Base64Url.EncodeToString(leaf), [.. Inclusion.Prove(index, size, nodes).Select(hash => Base64Url.EncodeToString(hash.ToArray()))]);

    private Step Gather()
    {
        var step = new Step();
        while (waiting.Reader.TryPeek(out var next) && step.TryAdd(next))
            waiting.Reader.TryRead(out _);
        return step;
    }

    private async Task RunAsync(Sequencer sequencer, Step step)
    {
        PendingBatch[] batches = [.. step.Batches];
        try
        {
            await sequencer.RunAsync(step, CancellationToken.None);
            await sequencer.SaveTilesAsync(CancellationToken.None);
        }
        catch (Exception e)
        {
            foreach (var batch in batches)
                batch.Fail(e); // those answered already stay answered
            if (e is LogDamagedException)
                throw;
            logger.Fault(e, $"A step of the evidence log failed; its {batches.Length} batches will be asked for again");
        }
    }
}
