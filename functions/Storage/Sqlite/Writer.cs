namespace Ascs.Storage.Sqlite;

/// <summary>The connection that writes, with its statements and the numbering of etags. Owned by the thread of <see cref="GroupCommitter"/>.</summary>
internal sealed class Writer : IDisposable
{
    private const long ETagsPerReservation = 1_000_000;

    private readonly Database _db;
    private readonly Dictionary<Container, TableWriter> _tables;
    private readonly Statement _begin, _commit, _savepoint, _undo, _release, _reserve;

    private long _lastETag;     // the last one given, whether or not its write was kept
    private long _reserved;     // as committed in meta: no process before or after this one gives an etag up to it
    private long _reserving;    // as written in the open transaction; >= _reserved

    public Writer(Database db, IReadOnlyList<Container> containers)
    {
        _db = db;
        _tables = containers.ToDictionary(c => c, c => new TableWriter(db, c));
        (_begin, _commit) = (db.Prepare("BEGIN IMMEDIATE"), db.Prepare("COMMIT"));
        (_savepoint, _undo, _release) = (db.Prepare("SAVEPOINT w"), db.Prepare("ROLLBACK TO w"), db.Prepare("RELEASE w"));
        _reserve = db.Prepare("UPDATE meta SET value=?1 WHERE name='etags'");
        _lastETag = _reserved = _reserving = db.Number("SELECT value FROM meta WHERE name='etags'");
    }

    public Database Database => _db;

    public void Begin() => _begin.Run();

    public void Commit()
    {
        _commit.Run();
        _reserved = _reserving;
    }

    /// <summary>Undoes what a failed transaction left open. SQLite may have done so already.</summary>
    public void RollBack()
    {
        if (_db.InTransaction) _db.Execute("ROLLBACK");
        _reserving = _reserved;
    }

    public TableWriter Table(Container container) => _tables[container];

    /// <summary>Writes all or, at the first conflict, nothing; other work of the same transaction is untouched. The index of the conflict, or -1.</summary>
    public int TryWriteAll(Container container, string partition, IReadOnlyList<Write> writes, string[] etags, long now)
    {
        if (writes.Count == 1) return TryWrite(container, partition, writes[0], now, out etags[0]) ? -1 : 0;
        _savepoint.Run();
        var conflict = -1;
        for (var i = 0; i < writes.Count && conflict < 0; i++)
            if (!TryWrite(container, partition, writes[i], now, out etags[i])) conflict = i;
        if (conflict > 0) _undo.Run();
        _release.Run();
        return conflict;
    }

    /// <summary>Writes one document; its etag is empty text for a delete.</summary>
    public bool TryWrite(Container container, string partition, Write write, long now, out string etag)
    {
        var number = write is Write.Delete ? 0 : NextETag();
        etag = number == 0 ? "" : number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return _tables[container].TryWrite(partition, write, number, now);
    }

    public void Dispose() => _db.Dispose();

    private long NextETag()
    {
        if (_lastETag >= _reserving) Reserve();
        return ++_lastETag;
    }

    // Rolled back, the reservation is made again by the next write: _lastETag stays, _reserving falls below it.
    private void Reserve() => _reserve.Bind(1, _reserving = _lastETag + ETagsPerReservation).Run();
}
