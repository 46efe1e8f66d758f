using Microsoft.Data.Sqlite;

namespace Ascs.Hosts.Handset.Store;

/// <summary>A connection with its prepared statements, kept by their text. Owned by one thread at a time.</summary>
internal sealed class Ledger(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, Statement> _statements = [];

    internal Statement this[string sql]
    {
        get
        {
            if (!_statements.TryGetValue(sql, out var statement)) _statements[sql] = statement = new Statement(connection, sql);
            return statement;
        }
    }

    internal void Begin() => this["BEGIN IMMEDIATE"].Run();

    internal void Commit() => this["COMMIT"].Run();

    internal void Rollback() => this["ROLLBACK"].Run();

    public void Dispose()
    {
        foreach (var statement in _statements.Values) statement.Dispose();
        connection.Dispose();
    }
}
