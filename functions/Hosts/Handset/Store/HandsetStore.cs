using Ascs.Hosts.Handset.Phones;
using Ascs.Hosts.Handset.Simulation;

namespace Ascs.Hosts.Handset.Store;

/// <summary>Everything that belongs to one data folder, opened and closed together: lock, database, writer, readers.</summary>
internal sealed class HandsetStore : IDisposable
{
    private readonly FolderLock _lock;
    private readonly Database _database;

    private HandsetStore(FolderLock folderLock, Database database, Knobs knobs)
    {
        (_lock, _database) = (folderLock, database);
        var crash = new CrashSwitch();
        Knobs = new KnobBoard(knobs, crash);
        Writer = new Writer(database, crash);
        Readers = new Readers(database);
    }

    internal KnobBoard Knobs { get; }

    internal Writer Writer { get; }

    internal Readers Readers { get; }

    internal static HandsetStore Open(string folder, HandsetOptions options)
    {
        var folderLock = FolderLock.Take(folder);
        try
        {
            var database = Database.Open(folder);
            using (var ledger = new Ledger(database.Connect()))
                foreach (var gateway in options.Gateways) ledger.EnsureGateway(gateway);
            return new HandsetStore(folderLock, database, options.Knobs);
        }
        catch
        {
            folderLock.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Readers.Dispose();
        _database.Close();
        _lock.Dispose();
    }
}
