namespace Ascs.Storage.Sqlite;

/// <summary>
/// The tables of the file. One per container, without row ids, ordered by (partition, id): documents that are written in order of their ids land side by side.
/// The body comes last, so that keys, etags and expiries are read without it.
/// </summary>
internal static class StoreSchema
{
    /// <summary>The table of a container; its name is checked to be a-z.</summary>
    public static string Table(Container container) => $"c_{container.Name}";

    /// <summary>Makes what is missing, all in one transaction; checks what is there.</summary>
    public static void Prepare(Database db, string path, IReadOnlyList<Container> containers)
    {
        StoreHeader.CheckIdentity(path, db.Number("PRAGMA application_id"), db.Number("PRAGMA user_version"));
        db.Execute($"""
            BEGIN IMMEDIATE;
            PRAGMA application_id={StoreHeader.ApplicationId};
            PRAGMA user_version={StoreHeader.FormatVersion};
            CREATE TABLE IF NOT EXISTS meta(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
            INSERT INTO meta VALUES('etags', 0) ON CONFLICT DO NOTHING;
            CREATE TABLE IF NOT EXISTS containers(name TEXT PRIMARY KEY, rights INTEGER NOT NULL) WITHOUT ROWID;
            {string.Concat(containers.Select(Tables))}
            """);
        CheckRights(db, path, containers);
        db.Execute("COMMIT");
    }

    private static string Tables(Container container)
    {
        var table = Table(container);
        return $"""
            INSERT INTO containers VALUES('{container.Name}', {(int)container.Rights}) ON CONFLICT DO NOTHING;
            CREATE TABLE IF NOT EXISTS {table}(p TEXT NOT NULL, id TEXT NOT NULL, etag INTEGER NOT NULL, exp INTEGER, body BLOB NOT NULL, PRIMARY KEY(p, id)) WITHOUT ROWID;
            {(container.Rights == ContainerRights.CreateOnly ? Guards(table) : $"CREATE INDEX IF NOT EXISTS x_{container.Name} ON {table}(exp) WHERE exp IS NOT NULL;")}

            """;
    }

    // The file itself refuses what the port refuses: no statement of this program, right or wrong, changes evidence.
    private static string Guards(string table) => $"""
        CREATE TRIGGER IF NOT EXISTS {table}_u BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, 'create-only'); END;
        CREATE TRIGGER IF NOT EXISTS {table}_d BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, 'create-only'); END;
        """;

    private static void CheckRights(Database db, string path, IReadOnlyList<Container> containers)
    {
        var stored = db.Query("SELECT name || ':' || rights FROM containers").ToHashSet(StringComparer.Ordinal);
        foreach (var container in containers)
            if (!stored.Contains($"{container.Name}:{(int)container.Rights}"))
                throw new StoreOpenException($"The store {path} holds the container {container.Name} with other rights: rights never change.");
    }
}
