using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Ascs.Storage.Sqlite;

/// <summary>
/// The one thread that writes. It takes all the work that waits, does it in one transaction and answers the callers once that is durable: the cost of
/// reaching the device is shared. A conflict touches nobody else; a failing device fails exactly the group, and the next group is tried afresh.
/// </summary>
internal sealed class GroupCommitter : IAsyncDisposable
{
    private const int MaxWaiting = 1024;              // more callers wait for room: the queue is bounded
    private const int MaxGroupItems = 512;
    private const int MaxGroupBytes = 8 * 1024 * 1024; // keeps a transaction within the page cache

    private readonly Channel<WorkItem> _queue = Channel.CreateBounded<WorkItem>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TimeProvider _time;
    private readonly Writer _writer;                   // used by the thread only
    private readonly List<WorkItem> _group = [];       // used by the thread only; what the open transaction holds

    public GroupCommitter(Writer writer, TimeProvider time)
    {
        (_writer, _time) = (writer, time);
        new Thread(Run) { Name = "store writer", IsBackground = true }.Start();
    }

    /// <summary>Hands work over and waits for its answer.</summary>
    public async Task<T> DoAsync<T>(WorkItem<T> item, CancellationToken ct)
    {
        try
        {
            await _queue.Writer.WriteAsync(item, ct);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(SqliteDocumentStore));
        }
        return await item.Task;
    }

    /// <summary>Takes no more work, finishes what waits and closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _ended.Task;
    }

    private void Run()
    {
        while (WaitForWork()) RunWaiting();
        _writer.Dispose();
        _ended.SetResult();
    }

    private bool WaitForWork()
    {
        var waiting = _queue.Reader.WaitToReadAsync();
        return waiting.IsCompletedSuccessfully ? waiting.Result : waiting.AsTask().GetAwaiter().GetResult();
    }

    private void RunWaiting()
    {
        WorkItem? alone = null;
        for (var bytes = 0; _group.Count < MaxGroupItems && bytes < MaxGroupBytes && alone is null && _queue.Reader.TryRead(out var item);)
        {
            if (item.Skip()) continue;
            if (item.RunsAlone) alone = item;
            else _group.Add(item);
            bytes += item.Weight;
        }
        if (_group.Count > 0) Settle(CommitGroup, _group);
        if (alone is not null) Settle(() => alone.Apply(_writer, Now()), [alone]);
        _group.Clear();
    }

    private void CommitGroup()
    {
        _writer.Begin();
        var now = Now();
        foreach (var item in _group) item.Apply(_writer, now);
        _writer.Commit(); // durable from here on
    }

    private void Settle(Action action, List<WorkItem> items)
    {
        try
        {
            action();
        }
        catch (Exception e)
        {
            var reason = e is SqliteException sqlite ? Failure.Of(sqlite, "write") : e;
            RollBack();
            items.ForEach(item => item.Fail(reason));
            return;
        }
        items.ForEach(item => item.Complete());
    }

    private void RollBack()
    {
        try
        {
            _writer.RollBack();
        }
        catch (SqliteException)
        {
            // The transaction is still open, so the next BEGIN fails too: every later caller is told, until the store is opened again.
        }
    }

    private long Now() => _time.GetUtcNow().ToUnixTimeMilliseconds();
}
