using System.Threading.Channels;
using Ascs.Hosts.Handset.Simulation;

namespace Ascs.Hosts.Handset.Store;

/// <summary>
/// The only writer. Jobs that wait while a commit is on its way to the disk share the next one, so the price of an fsync is paid once
/// for all of them. A job is done when the transaction that holds it is committed, never before.
/// </summary>
internal sealed class Writer : IAsyncDisposable
{
    // Bounds a transaction, and with it the time one caller waits for another.
    private const int GroupOfHandOvers = 5_000;

    private readonly Channel<WriteJob> _jobs = Channel.CreateBounded<WriteJob>(new BoundedChannelOptions(256) { SingleReader = true });
    private readonly CrashSwitch _crash;
    private readonly Ledger _ledger; // owned by the writer thread from here on
    private readonly Task _loop;

    internal Writer(Database database, CrashSwitch crash)
    {
        _crash = crash;
        _ledger = new Ledger(database.Connect(cacheKibibytes: 65_536));
        _loop = Task.Factory.StartNew(Loop, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Runs the work and answers with its result once it is durable.</summary>
    internal async Task<T> Write<T>(Func<Ledger, T> work, int handOvers = 0)
    {
        var job = new WriteJob<T>(work) { HandOvers = handOvers };
        await _jobs.Writer.WriteAsync(job);
        return await job.Done;
    }

    public async ValueTask DisposeAsync()
    {
        _jobs.Writer.TryComplete();
        await _loop;
        _ledger.Dispose();
    }

    private void Loop()
    {
        var group = new List<WriteJob>();
        while (_jobs.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            group.Clear();
            var handOvers = 0;
            while (handOvers < GroupOfHandOvers && _jobs.Reader.TryRead(out var job))
            {
                group.Add(job);
                handOvers += job.HandOvers;
            }
            Commit(group, handOvers);
        }
    }

    private void Commit(List<WriteJob> group, int handOvers)
    {
        try
        {
            _ledger.Begin();
            foreach (var job in group) job.Run(_ledger);
            _crash.BeforeCommit(handOvers);
            _ledger.Commit();
        }
        catch (Exception reason)
        {
            Undo();
            foreach (var job in group) job.Fail(reason);
            return;
        }
        _crash.AfterCommit(handOvers);
        foreach (var job in group) job.Succeed();
    }

    // A full disk may have rolled the transaction back already; then ROLLBACK itself fails and there is nothing left to undo.
    private void Undo()
    {
        try { _ledger.Rollback(); }
        catch (Microsoft.Data.Sqlite.SqliteException) { }
    }
}
