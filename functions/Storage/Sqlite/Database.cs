using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Ascs.Storage.Sqlite;

/// <summary>One connection, used by one thread at a time.</summary>
internal sealed class Database : IDisposable
{
    private const long LogBytes = 16 * 1024 * 1024; // the log is moved into the file when it is this long: what a start after a crash reads at most

    private readonly SqliteConnection _connection;
    private readonly List<Statement> _statements = [];

    private Database(SqliteConnection connection) => _connection = connection;

    /// <summary>Whether a transaction is open.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(_connection.Handle!) == 0;

    /// <summary>The connection that writes. The settings are read back: one that did not take would break a promise in silence.</summary>
    public static Database OpenWriter(string path, int pageSize)
    {
        var db = Open(path);
        db.Execute($"PRAGMA page_size={pageSize}"); // of a new file; one that has pages keeps their size
        db.Set("journal_mode", "WAL", "wal");
        db.Set("synchronous", "FULL", "2"); // each commit is on the device before its callers hear of it
        db.Set("secure_delete", "ON", "1"); // what is deleted is overwritten: a destroyed key must be gone
        var logPages = LogBytes / db.Number("PRAGMA page_size");
        db.Execute($"PRAGMA wal_autocheckpoint={logPages}; PRAGMA journal_size_limit={4 * LogBytes}; PRAGMA cache_size=-32000");
        return db;
    }

    public static Database OpenReader(string path)
    {
        var db = Open(path);
        db.Execute("PRAGMA query_only=ON; PRAGMA cache_size=-8000");
        return db;
    }

    /// <summary>Prepares a statement that lives as long as the connection.</summary>
    public Statement Prepare(string sql)
    {
        var statement = new Statement(_connection.Handle!, sql);
        _statements.Add(statement);
        return statement;
    }

    public void Execute(string sql) => SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(_connection.Handle!, sql), _connection.Handle!);

    /// <summary>The first column of all rows, as text.</summary>
    public IReadOnlyList<string> Query(string sql)
    {
        using var statement = new Statement(_connection.Handle!, sql);
        var rows = new List<string>();
        while (statement.Step()) rows.Add(statement.Text(0));
        return rows;
    }

    public long Number(string sql)
    {
        using var statement = new Statement(_connection.Handle!, sql);
        return statement.Step() ? statement.Int64(0) : 0;
    }

    /// <summary>Moves the log into the file; with <paramref name="truncate"/> the log is then emptied. False when readers were in the way.</summary>
    public bool Checkpoint(bool truncate)
    {
        var mode = truncate ? raw.SQLITE_CHECKPOINT_TRUNCATE : raw.SQLITE_CHECKPOINT_PASSIVE;
        var code = raw.sqlite3_wal_checkpoint_v2(_connection.Handle!, "main", mode, out var frames, out var moved);
        if (code is raw.SQLITE_BUSY or raw.SQLITE_LOCKED) return false;
        SqliteException.ThrowExceptionForRC(code, _connection.Handle!);
        return frames == moved;
    }

    public void Dispose()
    {
        _statements.ForEach(s => s.Dispose());
        _connection.Dispose();
    }

    private static Database Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            var db = new Database(connection);
            // Temporary tables and statement journals stay in memory: a temporary file could keep what the store has erased.
            db.Execute("PRAGMA busy_timeout=5000; PRAGMA temp_store=MEMORY");
            return db;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Set(string pragma, string value, string expected)
    {
        Execute($"PRAGMA {pragma}={value}");
        var actual = Query($"PRAGMA {pragma}")[0];
        if (actual != expected) throw new InvalidOperationException($"SQLite kept {pragma} at {actual}");
    }
}
