namespace Ascs.Storage;

/// <summary>
/// The port in memory, for tests of what is built on it: the same promises, limits and refusals as every other adapter, except that nothing survives the
/// object. Give it a fake clock to see documents expire.
/// </summary>
public sealed class InMemoryDocumentStore : IDocumentStore, IStoreMaintenance
{
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private readonly Dictionary<Container, MemoryTable> _tables; // the dictionary never changes; its tables are read and written under _lock
    private long _lastETag; // under _lock; grows with every write

    /// <summary>An empty store.</summary>
    /// <param name="time">The clock expiry is judged by; the system's when left out.</param>
    /// <param name="containers">What it may hold; all of <see cref="Containers"/> when left out.</param>
    public InMemoryDocumentStore(TimeProvider? time = null, IReadOnlyList<Container>? containers = null)
    {
        _time = time ?? TimeProvider.System;
        _tables = (containers ?? [.. Containers.Main, .. Containers.KeyStore]).ToDictionary(c => c, c => new MemoryTable(c.Rights));
    }

    /// <inheritdoc />
    public Task<Document?> ReadAsync(Container container, DocumentKey key, CancellationToken ct = default)
    {
        var table = Table(container, ct);
        StoreLimits.CheckKey(key);
        lock (_lock) return Task.FromResult(table.Read(key, Now()));
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<Document>> ReadManyAsync(Container container, IReadOnlyCollection<DocumentKey> keys, CancellationToken ct = default)
    {
        var table = Table(container, ct);
        StoreLimits.CheckReadMany(keys);
        lock (_lock) return Task.FromResult<IReadOnlyList<Document>>([.. keys.Select(k => table.Read(k, Now())).OfType<Document>()]);
    }

    /// <inheritdoc />
    public Task<CommitOutcome> CommitAsync(Container container, string partition, IReadOnlyList<Write> writes, CancellationToken ct = default)
    {
        var table = Table(container, ct);
        StoreLimits.CheckCommit(container, partition, writes);
        lock (_lock)
        {
            var now = Now();
            for (var i = 0; i < writes.Count; i++)
                if (!table.Allows(partition, writes[i], now)) return Task.FromResult<CommitOutcome>(new CommitOutcome.Conflict(i));
            return Task.FromResult<CommitOutcome>(new CommitOutcome.Committed([.. writes.Select(w => table.Apply(partition, w, ++_lastETag))]));
        }
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<WriteOutcome>> WriteManyAsync(
        Container container, IReadOnlyList<(string Partition, Write Write)> writes, CancellationToken ct = default)
    {
        var table = Table(container, ct);
        StoreLimits.CheckWriteMany(container, writes);
        lock (_lock)
        {
            var now = Now();
            return Task.FromResult<IReadOnlyList<WriteOutcome>>([.. writes.Select(w => WriteOne(table, w.Partition, w.Write, now))]);
        }
    }

    /// <inheritdoc />
    public Task<DocumentPage> RangeAsync(
        Container container, string partition, string fromId, string toId, int limit, CancellationToken ct = default)
    {
        var table = Table(container, ct);
        StoreLimits.CheckRange(partition, fromId, toId, limit);
        lock (_lock) return Task.FromResult(table.Range(partition, fromId, toId, limit, Now()));
    }

    /// <inheritdoc />
    public Task<int> PurgeExpiredAsync(DateTimeOffset now, CancellationToken ct = default)
    {
        lock (_lock) return Task.FromResult(_tables.Values.Sum(t => t.Purge(Math.Min(now.ToUnixTimeMilliseconds(), Now()))));
    }

    /// <inheritdoc />
    public Task EraseDeletedAsync(CancellationToken ct = default) => Task.CompletedTask; // bodies removed are garbage: there is no file

    private WriteOutcome WriteOne(MemoryTable table, string partition, Write write, long now) =>
        table.Allows(partition, write, now) ? new WriteOutcome.Written(table.Apply(partition, write, ++_lastETag)) : WriteOutcome.Conflict.Instance;

    private MemoryTable Table(Container container, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        StoreLimits.CheckContainer(container);
        return _tables.TryGetValue(container, out var table) ? table : throw new ArgumentException($"container {container.Name} is not in this store");
    }

    private long Now() => _time.GetUtcNow().ToUnixTimeMilliseconds();
}
