using Microsoft.Data.Sqlite;

namespace Ascs.Storage.Sqlite;

/// <summary>Opens the file for writing, step by step, each step with its own sentence when it fails.</summary>
internal static class StoreFile
{
    /// <summary>The connection that writes, on a file that is this program's, complete and up to date. The caller holds the <see cref="StoreLock"/>.</summary>
    public static Database Open(SqliteStoreOptions options)
    {
        StoreHeader.Check(options.Path);
        Database? db = null;
        try
        {
            db = Database.OpenWriter(options.Path, StoreSchema.PageSize(options.Containers));
            StoreSchema.Prepare(db, options.Path, options.Containers);
            db.Checkpoint(truncate: true); // what a crash left in the log is in the file now, and the header tells the truth
            CheckComplete(db, options);
            return db;
        }
        catch (Exception e)
        {
            db?.Dispose();
            if (e is SqliteException sqlite) throw Refusal(options.Path, sqlite);
            throw;
        }
    }

    /// <summary>The connections that read. When they can't be opened the one that writes is closed too.</summary>
    public static ReaderPool OpenReaders(SqliteStoreOptions options, Database writer)
    {
        try
        {
            return new(options);
        }
        catch (SqliteException e)
        {
            writer.Dispose();
            throw Refusal(options.Path, e);
        }
    }

    private static StoreOpenException Refusal(string path, SqliteException e) => e.SqliteErrorCode is 11 or 26 // CORRUPT, NOTADB
        ? StoreHeader.Damaged(path, e)
        : new($"The store {path} can't be opened (SQLite error {e.SqliteErrorCode}): check the disk, its free space and the folder's rights.", e);

    // A look at the size and the root of each table. The whole file is checked on demand: SqliteDocumentStore.CheckIntegrityAsync.
    private static void CheckComplete(Database db, SqliteStoreOptions options)
    {
        if (db.Number("PRAGMA page_count") * db.Number("PRAGMA page_size") > new FileInfo(options.Path).Length) throw StoreHeader.Damaged(options.Path);
        foreach (var container in options.Containers) db.Number($"SELECT etag FROM {StoreSchema.Table(container)} LIMIT 1");
    }
}
