using Microsoft.Data.Sqlite;

namespace Ascs.Storage.Sqlite;

/// <summary>
/// The port on one SQLite file: write-ahead log, <c>synchronous=FULL</c>, one writer with group commit, readers that never wait for it. Held by one process
/// at a time. Etags are numbers that only grow. Dispose it to finish what waits and to leave one complete file.
/// </summary>
public sealed class SqliteDocumentStore : IDocumentStore, IStoreMaintenance, IAsyncDisposable
{
    private const int PurgeSlice = 500;

    private readonly SqliteStoreOptions _options;
    private readonly HashSet<Container> _containers;
    private readonly FileStream _lock;
    private readonly GroupCommitter _writer;
    private readonly ReaderPool _readers;
    private int _disposed;

    private SqliteDocumentStore(SqliteStoreOptions options, FileStream storeLock, GroupCommitter writer, ReaderPool readers)
    {
        (_options, _lock, _writer, _readers) = (options, storeLock, writer, readers);
        _containers = [.. options.Containers];
    }

    /// <summary>Opens a store, or makes it.</summary>
    /// <exception cref="StoreOpenException">In use, unwritable, damaged, of another program or (<see cref="NewerStoreException"/>) newer; one sentence says which.</exception>
    public static SqliteDocumentStore Open(SqliteStoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        foreach (var container in options.Containers) StoreLimits.CheckContainer(container);
        var storeLock = StoreLock.Take(options.Path);
        try
        {
            var writer = StoreFile.Open(options);
            var readers = StoreFile.OpenReaders(options, writer);
            return new(options, storeLock, new GroupCommitter(new Writer(writer, options.Containers), options.Time), readers);
        }
        catch
        {
            storeLock.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public Task<Document?> ReadAsync(Container container, DocumentKey key, CancellationToken ct = default)
    {
        CheckCall(container, ct);
        StoreLimits.CheckKey(key);
        return _readers.RunAsync(static (reader, q) => reader.Read(q.container, q.key, q.Item3), (container, key, Now()), ct);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<Document>> ReadManyAsync(Container container, IReadOnlyCollection<DocumentKey> keys, CancellationToken ct = default)
    {
        CheckCall(container, ct);
        StoreLimits.CheckReadMany(keys);
        return await _readers.RunAsync(static (reader, q) => reader.ReadMany(q.container, q.keys, q.Item3), (container, keys, Now()), ct);
    }

    /// <inheritdoc />
    public Task<CommitOutcome> CommitAsync(Container container, string partition, IReadOnlyList<Write> writes, CancellationToken ct = default)
    {
        CheckCall(container, ct);
        StoreLimits.CheckCommit(container, partition, writes);
        return _writer.DoAsync(new CommitWork(container, partition, writes, ct), ct);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<WriteOutcome>> WriteManyAsync(
        Container container, IReadOnlyList<(string Partition, Write Write)> writes, CancellationToken ct = default)
    {
        CheckCall(container, ct);
        StoreLimits.CheckWriteMany(container, writes);
        return _writer.DoAsync(new WriteManyWork(container, writes, ct), ct);
    }

    /// <inheritdoc />
    public Task<DocumentPage> RangeAsync(
        Container container, string partition, string fromId, string toId, int limit, CancellationToken ct = default)
    {
        CheckCall(container, ct);
        StoreLimits.CheckRange(partition, fromId, toId, limit);
        return _readers.RunAsync(
            static (reader, q) => reader.Range(q.container, q.partition, q.fromId, q.toId, q.limit, q.Item6), (container, partition, fromId, toId, limit, Now()), ct);
    }

    /// <inheritdoc />
    public async Task<int> PurgeExpiredAsync(DateTimeOffset now, CancellationToken ct = default)
    {
        var (total, until) = (0, now.ToUnixTimeMilliseconds());
        foreach (var container in _containers)
            for (var purged = PurgeSlice; purged == PurgeSlice; total += purged)
                purged = await _writer.DoAsync(new PurgeWork(container, until, PurgeSlice, ct), ct);
        return total;
    }

    /// <inheritdoc />
    public Task EraseDeletedAsync(CancellationToken ct = default) => CheckpointAsync(truncate: true, ct);

    /// <summary>Moves the write-ahead log into the file. With <paramref name="truncate"/> it waits for readers and leaves the log empty.</summary>
    /// <exception cref="StoreUnavailableException">With <paramref name="truncate"/>: a reader was in the way for seconds.</exception>
    public async Task CheckpointAsync(bool truncate, CancellationToken ct = default)
    {
        var complete = await _writer.DoAsync(new CheckpointWork(truncate, ct), ct);
        if (truncate && !complete) throw new StoreUnavailableException("The store could not empty its log: a reader was in the way.");
    }

    /// <summary>Reads the whole file and answers what is wrong with it; nothing means sound. Minutes for gigabytes.</summary>
    public Task<IReadOnlyList<string>> CheckIntegrityAsync(CancellationToken ct = default) => Task.Run<IReadOnlyList<string>>(() =>
    {
        using var database = Database.OpenReader(_options.Path);
        try
        {
            var findings = database.Query("PRAGMA integrity_check");
            return findings is ["ok"] ? [] : findings;
        }
        catch (SqliteException e)
        {
            return [e.Message]; // too damaged to be read through
        }
    }, ct);

    /// <summary>
    /// Writes the file anew: what was deleted in any container is gone, and its room is given back. Writers wait meanwhile, and it takes memory of the size of
    /// the file: for quiet hours.
    /// </summary>
    public async Task CompactAsync(CancellationToken ct = default)
    {
        await _writer.DoAsync(new MaintenanceWork(database => database.Execute("VACUUM"), ct), ct);
        await CheckpointAsync(truncate: true, ct);
    }

    /// <summary>Finishes what waits, closes the file and lets go of it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1) return;
        await _readers.DisposeAsync(); // before the writer: the last connection to close moves the log into the file
        await _writer.DisposeAsync();
        await _lock.DisposeAsync();
    }

    /// <summary>For tests: reaches the connection that writes.</summary>
    internal Task OnWriterAsync(Action<Database> action, CancellationToken ct) => _writer.DoAsync(new MaintenanceWork(action, ct), ct);

    private void CheckCall(Container container, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (_containers.Contains(container)) return;
        StoreLimits.CheckContainer(container);
        throw new ArgumentException($"container {container.Name} is not in this store");
    }

    private long Now() => _options.Time.GetUtcNow().ToUnixTimeMilliseconds();
}
