using Microsoft.Data.Sqlite;

namespace Ascs.Hosts.Handset.Store;

/// <summary>The SQLite file of one handset. An attacker who holds it reads every number and text on the simulated phones; it is for tests and demonstrations.</summary>
internal sealed class Database
{
    // 64 MB: a page that changes often is copied into the store once for many commits.
    private const int PagesInWal = 32_768;

    private readonly string _connectionString;

    private Database(string file) => _connectionString = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 30 }.ToString();

    /// <summary>Opens or makes the store; a damaged or newer one is a <see cref="HandsetStartException"/>.</summary>
    internal static Database Open(string folder)
    {
        var database = new Database(Path.Combine(folder, "handset.db"));
        try
        {
            using var connection = database.Connect();
            // Small pages: a commit rewrites every index page it touches, and hand-overs touch random ones.
            Run(connection, "PRAGMA page_size = 2048; PRAGMA journal_mode = WAL");
            Schema.Apply(connection);
            return database;
        }
        catch (SqliteException broken)
        {
            throw new HandsetStartException($"The store in {folder} cannot be opened (SQLite error {broken.SqliteErrorCode}): it is damaged, not a store, or not writable.", broken);
        }
    }

    /// <summary>A connection with the settings every one of ours has. synchronous=FULL: a commit that returned survives SIGKILL and power loss.</summary>
    internal SqliteConnection Connect(int cacheKibibytes = 4096)
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        Run(connection, FormattableString.Invariant($"PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = {PagesInWal}; PRAGMA busy_timeout = 30000; PRAGMA cache_size = -{cacheKibibytes}"));
        return connection;
    }

    /// <summary>Closes what the connection pool still holds, so that the folder can be deleted or opened elsewhere.</summary>
    internal void Close()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private static void Run(SqliteConnection connection, string pragma)
    {
        using var command = connection.CreateCommand();
        command.CommandText = pragma;
        command.ExecuteNonQuery();
    }
}
