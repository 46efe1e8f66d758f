using System.Threading.Channels;

namespace Ascs.Storage.Sqlite;

/// <summary>A fixed number of readers. A read runs on its caller's thread: it takes microseconds, less than handing it to another thread and back.</summary>
internal sealed class ReaderPool : IAsyncDisposable
{
    private readonly Channel<Reader> _idle = Channel.CreateUnbounded<Reader>(); // holds every reader that nobody has rented
    private readonly int _count;

    public ReaderPool(SqliteStoreOptions options)
    {
        _count = Math.Max(1, options.Readers);
        for (var i = 0; i < _count; i++) Return(new Reader(options.Path, options.Containers));
    }

    /// <summary>Runs a read on a reader of its own, waiting for one if all are busy.</summary>
    public async Task<T> RunAsync<T, TState>(Func<Reader, TState, T> read, TState state, CancellationToken ct)
    {
        if (!_idle.Reader.TryRead(out var reader)) reader = await RentAsync(ct);
        try
        {
            return read(reader, state);
        }
        catch (Microsoft.Data.Sqlite.SqliteException e)
        {
            throw Failure.Of(e, "read");
        }
        finally
        {
            Return(reader);
        }
    }

    /// <summary>Waits until every rented reader is back and closes them all.</summary>
    public async ValueTask DisposeAsync()
    {
        for (var i = 0; i < _count; i++) (await _idle.Reader.ReadAsync()).Dispose();
        _idle.Writer.TryComplete();
    }

    private async ValueTask<Reader> RentAsync(CancellationToken ct)
    {
        try
        {
            return await _idle.Reader.ReadAsync(ct);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(SqliteDocumentStore));
        }
    }

    private void Return(Reader reader) => _idle.Writer.TryWrite(reader);
}
