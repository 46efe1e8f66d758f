namespace Ascs.Storage.Sqlite;

/// <summary>One connection that reads; rented from <see cref="ReaderPool"/> by one caller at a time.</summary>
internal sealed class Reader : IDisposable
{
    private readonly Database _db;
    private readonly Dictionary<Container, TableReader> _tables;

    public Reader(string path, IReadOnlyList<Container> containers)
    {
        _db = Database.OpenReader(path);
        _tables = containers.ToDictionary(c => c, c => new TableReader(_db, c));
    }

    public Document? Read(Container container, DocumentKey key, long now) => _tables[container].Read(key, now);

    public List<Document> ReadMany(Container container, IReadOnlyCollection<DocumentKey> keys, long now)
    {
        var table = _tables[container];
        var documents = new List<Document>(keys.Count);
        _db.Execute("BEGIN"); // one snapshot for all keys: cheaper than one each
        try
        {
            foreach (var key in keys)
                if (table.Read(key, now) is { } document) documents.Add(document);
        }
        finally
        {
            _db.Execute("COMMIT");
        }
        return documents;
    }

    public DocumentPage Range(Container container, string partition, string fromId, string toId, int limit, long now) =>
        _tables[container].Range(partition, fromId, toId, limit, now);

    public void Dispose() => _db.Dispose();
}
