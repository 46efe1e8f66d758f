using Microsoft.Data.Sqlite;

namespace Ascs.Storage.Sqlite;

/// <summary>SQLite's errors in the words of the port.</summary>
internal static class Failure
{
    private const int Full = 13;

    public static StoreUnavailableException Of(SqliteException e, string what) =>
        new(e.SqliteErrorCode == Full ? $"The store could not {what}: the disk is full." : $"The store could not {what}: SQLite error {e.SqliteExtendedErrorCode}.", e);
}
