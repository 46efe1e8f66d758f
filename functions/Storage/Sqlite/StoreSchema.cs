namespace Ascs.Storage.Sqlite;

/// <summary>
/// The tables of the file. One per container, without row ids, ordered by (partition, id): documents that are written in order of their ids land side by side.
/// The body comes last, so that keys, etags and expiries are read without it.
/// </summary>
/// <remarks>
/// <c>secure_delete</c> zeroes what a delete frees, but when SQLite redistributes rows between pages it leaves copies of them in unused room. Where deleted must
/// mean gone (<see cref="ContainerRights.Erasable"/>), padding before the body fills all a row may keep in its page, so the body lies entirely in overflow pages:
/// these never move, and are zeroed when freed. A file of such containers alone has the smallest pages there are, so that an overflow page wastes little.
/// </remarks>
internal static class StoreSchema
{
    /// <summary>The table of a container; its name is checked to be a-z.</summary>
    public static string Table(Container container) => $"c_{container.Name}";

    /// <summary>The page size of a new file, in bytes: 8192 keeps documents of up to 2 kB, most of ours, out of overflow pages.</summary>
    public static int PageSize(IReadOnlyList<Container> containers) => containers.All(c => c.Rights == ContainerRights.Erasable) ? 512 : 8192;

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
            {string.Concat(containers.Select(c => Tables(c, MaxLocalPayload(db.Number("PRAGMA page_size")))))}
            """);
        CheckRights(db, path, containers);
        db.Execute("COMMIT");
    }

    // SQLite file format 1.6: the most of a row that a page of an index b-tree (and so of a table without row ids) keeps; the rest overflows.
    private static long MaxLocalPayload(long pageSize) => (pageSize - 12) * 64 / 255 - 23;

    private static string Tables(Container container, long padding)
    {
        var table = Table(container);
        var pad = container.Rights == ContainerRights.Erasable ? $"pad BLOB NOT NULL DEFAULT (zeroblob({padding})), " : "";
        return $"""
            INSERT INTO containers VALUES('{container.Name}', {(int)container.Rights}) ON CONFLICT DO NOTHING;
            CREATE TABLE IF NOT EXISTS {table}(p TEXT NOT NULL, id TEXT NOT NULL, etag INTEGER NOT NULL, exp INTEGER, {pad}body BLOB NOT NULL, PRIMARY KEY(p, id)) WITHOUT ROWID;
            {(container.Rights == ContainerRights.CreateOnly ? Guards(table) : $"CREATE INDEX IF NOT EXISTS x_{container.Name} ON {table}(exp) WHERE exp IS NOT NULL;")}
            {(container.Rights == ContainerRights.KeptForATerm ? GuardAgainstUpdates(table) : "")}

            """;
    }

    // The file itself refuses what the port refuses: no statement of this program, right or wrong, changes evidence.
    private static string Guards(string table) => $"""
        {GuardAgainstUpdates(table)}
        CREATE TRIGGER IF NOT EXISTS {table}_d BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, 'create-only'); END;
        """;

    private static string GuardAgainstUpdates(string table) =>
        $"CREATE TRIGGER IF NOT EXISTS {table}_u BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, 'create-only'); END;";

    private static void CheckRights(Database db, string path, IReadOnlyList<Container> containers)
    {
        var stored = db.Query("SELECT name || ':' || rights FROM containers").ToHashSet(StringComparer.Ordinal);
        foreach (var container in containers)
            if (!stored.Contains($"{container.Name}:{(int)container.Rights}"))
                throw new StoreOpenException($"The store {path} holds the container {container.Name} with other rights: rights never change.");
    }
}
