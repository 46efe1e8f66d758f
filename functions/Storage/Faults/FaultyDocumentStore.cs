namespace Ascs.Storage;

/// <summary>
/// A store that goes wrong on purpose, around any other: calls are lost, kept but reported lost, or slow, as its plan says. What fails throws the
/// <see cref="StoreUnavailableException"/> a real store throws, so that whoever is built on the port can be shown to survive it.
/// </summary>
public sealed class FaultyDocumentStore(IDocumentStore inner) : IDocumentStore
{
    private long _calls;
    private long _writes;

    /// <summary>The plan in force; may be changed at any time.</summary>
    public FaultPlan Plan { get; set; } = FaultPlans.None;

    /// <summary>How many calls have been made, served or not.</summary>
    public long Calls => Interlocked.Read(ref _calls);

    /// <summary>How many writing calls have been made, served or not.</summary>
    public long Writes => Interlocked.Read(ref _writes);

    /// <inheritdoc />
    public Task<Document?> ReadAsync(Container container, DocumentKey key, CancellationToken ct = default) =>
        CallAsync(StoreOperation.Read, container, [key], () => inner.ReadAsync(container, key, ct), ct);

    /// <inheritdoc />
    public Task<IReadOnlyList<Document>> ReadManyAsync(Container container, IReadOnlyCollection<DocumentKey> keys, CancellationToken ct = default) =>
        CallAsync(StoreOperation.ReadMany, container, [.. keys], () => inner.ReadManyAsync(container, keys, ct), ct);

    /// <inheritdoc />
    public Task<CommitOutcome> CommitAsync(Container container, string partition, IReadOnlyList<Write> writes, CancellationToken ct = default) =>
        CallAsync(StoreOperation.Commit, container, [.. writes.Select(w => new DocumentKey(partition, w.Id))],
            () => inner.CommitAsync(container, partition, writes, ct), ct);

    /// <inheritdoc />
    public Task<IReadOnlyList<WriteOutcome>> WriteManyAsync(
        Container container, IReadOnlyList<(string Partition, Write Write)> writes, CancellationToken ct = default) =>
        CallAsync(StoreOperation.WriteMany, container, [.. writes.Select(w => new DocumentKey(w.Partition, w.Write.Id))],
            () => inner.WriteManyAsync(container, writes, ct), ct);

    /// <inheritdoc />
    public Task<DocumentPage> RangeAsync(Container container, string partition, string fromId, string toId, int limit, CancellationToken ct = default) =>
        CallAsync(StoreOperation.Range, container, [], () => inner.RangeAsync(container, partition, fromId, toId, limit, ct), ct);

    private async Task<T> CallAsync<T>(
        StoreOperation operation, Container container, IReadOnlyList<DocumentKey> keys, Func<Task<T>> serve, CancellationToken ct)
    {
        var writes = operation is StoreOperation.Commit or StoreOperation.WriteMany;
        var call = new StoreCall(Interlocked.Increment(ref _calls), writes ? Interlocked.Increment(ref _writes) : 0, operation, container, keys);
        var fault = await Plan(call, ct);
        if (fault == Fault.Lost) throw Failure();
        var answer = await serve();
        return fault == Fault.None ? answer : throw Failure();
    }

    private static StoreUnavailableException Failure() => new("a fault was planned for this call");
}
