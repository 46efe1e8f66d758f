using Ascs.Evidence.Checkpoints;
using Ascs.Storage;

namespace Ascs.TrustedParty.EvidenceLog;

/// <summary>The stored checkpoint as it was read or written last.</summary>
/// <param name="Checkpoint">The checkpoint, its signatures verified.</param>
/// <param name="Tiled">See <see cref="HeadDocument"/>.</param>
/// <param name="ETag">For the next compare-and-swap.</param>
internal sealed record LogHead(SignedCheckpoint Checkpoint, long Tiled, string ETag)
{
    /// <summary>Leaves it covers.</summary>
    public long Size => Checkpoint.Checkpoint.Size;

    private static DocumentKey Key { get; } = new(LogDocuments.Log, LogDocuments.Checkpoint);

    /// <summary>Reads the head, or null when there is none.</summary>
    /// <exception cref="LogDamagedException">It is not a checkpoint that this log's keys signed.</exception>
    public static async Task<LogHead?> ReadAsync(IDocumentStore store, LogKeys keys, CancellationToken ct)
    {
        if (await store.ReadAsync(Containers.Heads, Key, LogDocuments.Head, ct) is not { } stored)
            return null;
        if (!SignedCheckpoint.TryParse(stored.Value.Checkpoint, out var signed) || !keys.Signed(signed))
            throw new LogDamagedException("the stored checkpoint is not signed by this log's keys.");
        return new LogHead(signed, stored.Value.Tiled, stored.ETag);
    }

    /// <summary>Writes a checkpoint in the place of <paramref name="former"/>; null when another sequencer was there first.</summary>
    public static async Task<LogHead?> WriteAsync(IDocumentStore store, SignedCheckpoint checkpoint, long tiled, LogHead? former, CancellationToken ct)
    {
        var document = new HeadDocument(checkpoint.ToString(), tiled);
        var write = former is null
            ? LogDocuments.Head.Create(Key.Id, document)
            : LogDocuments.Head.Replace(Key.Id, document, former.ETag);
        return await store.TryCommitAsync(Containers.Heads, Key.Partition, write, ct) is { } etag ? new LogHead(checkpoint, tiled, etag) : null;
    }
}
