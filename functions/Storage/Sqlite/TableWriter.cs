using System.Globalization;

namespace Ascs.Storage.Sqlite;

/// <summary>
/// The writing statements of one container. Each write is one conditional statement: it changes one row, or none, and that is a conflict.
/// An expired row counts as absent (?7 is now).
/// </summary>
internal sealed class TableWriter
{
    private readonly Statement _create;
    private readonly Statement? _replace;
    private readonly Statement? _upsert;
    private readonly Statement? _delete;
    private readonly Statement? _deleteRead;
    private readonly Statement? _purge;

    public TableWriter(Database db, Container container)
    {
        var table = StoreSchema.Table(container);
        var insert = $"INSERT INTO {table}(p, id, etag, exp, body) VALUES(?1, ?2, ?3, ?4, ?5) ON CONFLICT";
        const string Purge = "DELETE FROM {0} WHERE (p, id) IN (SELECT p, id FROM {0} WHERE exp <= ?1 LIMIT ?2)";
        if (container.Rights != ContainerRights.CreateOnly) _purge = db.Prepare(string.Format(CultureInfo.InvariantCulture, Purge, table));
        if (container.Rights is ContainerRights.CreateOnly or ContainerRights.KeptForATerm)
        {
            _create = db.Prepare($"{insert} DO NOTHING");
            return;
        }
        const string Set = "DO UPDATE SET etag=excluded.etag, exp=excluded.exp, body=excluded.body";
        const string Read = "p=?1 AND id=?2 AND etag=?6 AND (exp IS NULL OR exp > ?7)";
        _create = db.Prepare($"{insert}(p, id) {Set} WHERE exp <= ?7");
        _replace = db.Prepare($"UPDATE {table} SET etag=?3, exp=?4, body=?5 WHERE {Read}");
        _upsert = db.Prepare($"{insert}(p, id) {Set}");
        _delete = db.Prepare($"DELETE FROM {table} WHERE p=?1 AND id=?2");
        _deleteRead = db.Prepare($"DELETE FROM {table} WHERE {Read}");
    }

    /// <summary>Does the write if it meets no conflict.</summary>
    public bool TryWrite(string partition, Write write, long etag, long now) => write switch
    {
        Write.Create w when _replace is null => Put(_create, partition, w, w.Body, w.ExpiresAt, etag).Run() == 1,
        Write.Create w => Put(_create, partition, w, w.Body, w.ExpiresAt, etag).Bind(7, now).Run() == 1,
        Write.Replace w => Number(w.ETag) is { } read && Put(_replace!, partition, w, w.Body, w.ExpiresAt, etag).Bind(6, read).Bind(7, now).Run() == 1,
        Write.Upsert w => Put(_upsert!, partition, w, w.Body, w.ExpiresAt, etag).Run() == 1,
        Write.Delete { ETag: { } text } w => Number(text) is { } read && _deleteRead!.Bind(1, partition).Bind(2, w.Id).Bind(6, read).Bind(7, now).Run() == 1,
        _ => _delete!.Bind(1, partition).Bind(2, write.Id).Run() >= 0,
    };

    /// <summary>Removes up to <paramref name="most"/> expired documents and answers how many.</summary>
    public int Purge(long now, int most) => _purge?.Bind(1, now).Bind(2, most).Run() ?? 0;

    private static Statement Put(Statement statement, string partition, Write write, ReadOnlyMemory<byte> body, DateTimeOffset? expiresAt, long etag) =>
        statement.Bind(1, partition).Bind(2, write.Id).Bind(3, etag).Bind(4, expiresAt?.ToUnixTimeMilliseconds()).Bind(5, body.Span);

    // An etag this store did not give matches nothing.
    private static long? Number(string etag) =>
        etag[0] != '0' && long.TryParse(etag, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
