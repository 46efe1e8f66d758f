using System.Collections.Concurrent;

namespace Ascs.Hosts.Handset.Store;

/// <summary>Connections for reading, each with its prepared statements. In WAL mode readers never wait for the writer.</summary>
internal sealed class Readers(Database database) : IDisposable
{
    private readonly ConcurrentBag<Ledger> _idle = [];

    /// <summary>Runs a query against one consistent snapshot.</summary>
    internal T Read<T>(Func<Ledger, T> query)
    {
        if (!_idle.TryTake(out var ledger)) ledger = new Ledger(database.Connect());
        try
        {
            ledger["BEGIN DEFERRED"].Run();
            try { return query(ledger); }
            finally { ledger["COMMIT"].Run(); }
        }
        finally { _idle.Add(ledger); }
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var ledger)) ledger.Dispose();
    }
}
