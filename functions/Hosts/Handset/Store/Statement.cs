using Microsoft.Data.Sqlite;

namespace Ascs.Hosts.Handset.Store;

/// <summary>One prepared statement with parameters <c>$1</c>, <c>$2</c>, … in order. Belongs to one connection and one thread.</summary>
internal sealed class Statement : IDisposable
{
    private readonly SqliteCommand _command;

    internal Statement(SqliteConnection connection, string sql)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
    }

    internal int Run(params ReadOnlySpan<object?> values) => Bound(values).ExecuteNonQuery();

    /// <summary>The first column of the first row as a whole number; null when there is no row or no value.</summary>
    internal long? Number(params ReadOnlySpan<object?> values) => Bound(values).ExecuteScalar() as long?;

    internal List<T> Rows<T>(Func<SqliteDataReader, T> map, params ReadOnlySpan<object?> values)
    {
        using var reader = Bound(values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(map(reader));
        return rows;
    }

    public void Dispose() => _command.Dispose();

    private SqliteCommand Bound(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (_command.Parameters.Count <= i) _command.Parameters.Add(new SqliteParameter($"${i + 1}", null));
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }
        return _command;
    }
}
