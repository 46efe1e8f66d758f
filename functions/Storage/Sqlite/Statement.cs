using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Ascs.Storage.Sqlite;

/// <summary>A prepared statement, used by one thread at a time and over and over. Parameters are numbered from 1, columns from 0.</summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _db;
    private readonly sqlite3_stmt _statement;

    public Statement(sqlite3 db, string sql)
    {
        _db = db;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v3(db, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement), db);
    }

    public Statement Bind(int index, long? value)
    {
        Check(value is { } number ? raw.sqlite3_bind_int64(_statement, index, number) : raw.sqlite3_bind_null(_statement, index));
        return this;
    }

    /// <summary>Binds a name: ASCII of 1 to 202 characters. (An empty span would arrive as NULL.)</summary>
    public Statement Bind(int index, string name)
    {
        Span<byte> ascii = stackalloc byte[StoreLimits.MaxIdLength + 8];
        Check(raw.sqlite3_bind_text(_statement, index, ascii[..Encoding.ASCII.GetBytes(name, ascii)]));
        return this;
    }

    public Statement Bind(int index, ReadOnlySpan<byte> body)
    {
        Check(raw.sqlite3_bind_blob(_statement, index, body));
        return this;
    }

    /// <summary>The next row, if any. Whoever steps to rows resets afterwards.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_ROW) return true;
        if (code == raw.SQLITE_DONE) return false;
        raw.sqlite3_reset(_statement);
        SqliteException.ThrowExceptionForRC(code, _db);
        return false;
    }

    /// <summary>Runs a statement that answers no rows; how many rows it changed.</summary>
    public int Run()
    {
        Step();
        Reset();
        return raw.sqlite3_changes(_db);
    }

    // Reset repeats the error of the last step, which has been thrown.
    public void Reset() => raw.sqlite3_reset(_statement);

    public long Int64(int column) => raw.sqlite3_column_int64(_statement, column);

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public byte[] Blob(int column) => raw.sqlite3_column_blob(_statement, column).ToArray();

    public void Dispose() => _statement.Dispose();

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, _db);
}
