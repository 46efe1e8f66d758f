namespace Ascs.Storage.Sqlite;

/// <summary>Reads a store that another process holds and goes on writing; what is durable there is seen here. For commands beside a running platform.</summary>
public sealed class SqliteStoreReader : IDocumentStore, IStoreMaintenance, IAsyncDisposable
{
    private readonly SqliteStoreOptions _options;
    private readonly ReaderPool _readers;

    private SqliteStoreReader(SqliteStoreOptions options, ReaderPool readers) => (_options, _readers) = (options, readers);

    /// <summary>Opens a store for reading; it must exist.</summary>
    /// <exception cref="StoreOpenException">There is none, or it can't be read; one sentence says which.</exception>
    public static SqliteStoreReader Open(SqliteStoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!File.Exists(options.Path)) throw new StoreOpenException($"There is no store {options.Path}.");
        StoreHeader.Check(options.Path);
        try
        {
            return new SqliteStoreReader(options, new ReaderPool(options));
        }
        catch (Microsoft.Data.Sqlite.SqliteException e)
        {
            throw new StoreOpenException($"The store {options.Path} can't be read (SQLite error {e.SqliteErrorCode}).", e);
        }
    }

    /// <inheritdoc />
    public Task<Document?> ReadAsync(Container container, DocumentKey key, CancellationToken ct = default)
    {
        StoreLimits.CheckKey(key);
        return _readers.RunAsync(static (reader, q) => reader.Read(q.container, q.key, q.Item3), (container, key, Now()), ct);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<Document>> ReadManyAsync(Container container, IReadOnlyCollection<DocumentKey> keys, CancellationToken ct = default)
    {
        StoreLimits.CheckReadMany(keys);
        return await _readers.RunAsync(static (reader, q) => reader.ReadMany(q.container, q.keys, q.Item3), (container, keys, Now()), ct);
    }

    /// <inheritdoc />
    public Task<DocumentPage> RangeAsync(Container container, string partition, string fromId, string toId, int limit, CancellationToken ct = default)
    {
        StoreLimits.CheckRange(partition, fromId, toId, limit);
        return _readers.RunAsync(
            static (reader, q) => reader.Range(q.container, q.partition, q.fromId, q.toId, q.limit, q.Item6), (container, partition, fromId, toId, limit, Now()), ct);
    }

    /// <summary>Never: a bug of the caller.</summary>
    public Task<CommitOutcome> CommitAsync(Container container, string partition, IReadOnlyList<Write> writes, CancellationToken ct = default) => throw ReadOnly();

    /// <summary>Never: a bug of the caller.</summary>
    public Task<IReadOnlyList<WriteOutcome>> WriteManyAsync(
        Container container, IReadOnlyList<(string Partition, Write Write)> writes, CancellationToken ct = default) => throw ReadOnly();

    /// <summary>Never: a bug of the caller.</summary>
    public Task<int> PurgeExpiredAsync(DateTimeOffset now, CancellationToken ct = default) => throw ReadOnly();

    /// <summary>Never: a bug of the caller.</summary>
    public Task EraseDeletedAsync(CancellationToken ct = default) => throw ReadOnly();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _readers.DisposeAsync();

    private static InvalidOperationException ReadOnly() => new("This store was opened for reading.");

    private long Now() => _options.Time.GetUtcNow().ToUnixTimeMilliseconds();
}
