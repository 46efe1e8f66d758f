namespace Ascs.Storage;

/// <summary>
/// Durable JSON documents in containers and partitions. The promises below are what every adapter keeps and <c>DocumentStoreConformance</c> checks.
/// <list type="bullet">
/// <item>Breaking a limit of <see cref="StoreLimits"/> or a right of the container is a bug: <see cref="ArgumentException"/>, and nothing happened.</item>
/// <item>A conflict is a value. A store that fails throws <see cref="StoreUnavailableException"/>; after a failed or cancelled write nobody knows whether it
/// happened.</item>
/// <item>Expired documents (<c>ExpiresAt &lt;= now</c> by the store's clock) read as absent at once; a purge removes them later.</item>
/// <item>What a write returned is seen by every read that begins afterwards, from any instance of the party (Cosmos: Strong consistency).</item>
/// <item>All members may be called at the same time from any thread.</item>
/// </list>
/// </summary>
public interface IDocumentStore
{
    /// <summary>Reads one document, or null when it is absent. Cosmos: a point read, then the expiry check.</summary>
    Task<Document?> ReadAsync(Container container, DocumentKey key, CancellationToken ct = default);

    /// <summary>
    /// Reads many documents of any partitions, in the order asked for; absent ones are left out. Each is read by itself: together they are not a snapshot.
    /// At most <see cref="StoreLimits.MaxKeysPerRead"/> keys. Cosmos: ReadManyItems, put back into order.
    /// </summary>
    Task<IReadOnlyList<Document>> ReadManyAsync(Container container, IReadOnlyCollection<DocumentKey> keys, CancellationToken ct = default);

    /// <summary>
    /// Writes up to <see cref="StoreLimits.MaxWritesPerCommit"/> documents of one partition, <see cref="StoreLimits.MaxCommitBytes"/> together, each at most
    /// once: all of them or none, and durable when it returns (it survives the loss of the process and of power). No other caller sees a part of it.
    /// </summary>
    /// <remarks>
    /// Cosmos: one TransactionalBatch, the only atomicity it has (one container, one partition, 100 operations, 2 MB). A create that meets an expired document
    /// becomes a replace with the etag found. A delete without etag is an upsert of an expired document, for a batch fails when a deleted item is absent.
    /// What spans more than one commit goes through an outbox with idempotent ids.
    /// </remarks>
    Task<CommitOutcome> CommitAsync(Container container, string partition, IReadOnlyList<Write> writes, CancellationToken ct = default);

    /// <summary>
    /// Writes up to <see cref="StoreLimits.MaxWritesPerCall"/> documents of any partitions, each key at most once. Not atomic: each stands alone and has its own
    /// outcome, in the order given; those that happened are durable when it returns. When it throws, any part of them may have happened. Cosmos: bulk execution.
    /// </summary>
    Task<IReadOnlyList<WriteOutcome>> WriteManyAsync(
        Container container, IReadOnlyList<(string Partition, Write Write)> writes, CancellationToken ct = default);

    /// <summary>
    /// Reads the documents of one partition with <paramref name="fromId"/> &lt;= id &lt; <paramref name="toId"/> in ordinal order of ids. One page is a snapshot,
    /// pages together are not. For bounds see <see cref="IdRange"/>. Cosmos: one query in one partition, <c>ORDER BY c.id</c>.
    /// </summary>
    /// <param name="container">Where.</param>
    /// <param name="partition">The partition.</param>
    /// <param name="fromId">Inclusive; <see cref="IdRange.First"/> is the beginning.</param>
    /// <param name="toId">Exclusive; <see cref="IdRange.End"/> is the end.</param>
    /// <param name="limit">1 to <see cref="StoreLimits.MaxPageItems"/>.</param>
    /// <param name="ct">Stops waiting.</param>
    Task<DocumentPage> RangeAsync(Container container, string partition, string fromId, string toId, int limit, CancellationToken ct = default);
}
