using System.Globalization;

namespace Ascs.Storage.Sqlite;

/// <summary>The reading statements of one container on one connection.</summary>
internal sealed class TableReader(Database db, Container container)
{
    private const string Live = "(exp IS NULL OR exp > ?3)";

    private readonly Statement _read = db.Prepare($"SELECT etag, body FROM {StoreSchema.Table(container)} WHERE p=?1 AND id=?2 AND {Live}");
    private readonly Statement _range = db.Prepare($"SELECT id, etag, body FROM {StoreSchema.Table(container)} WHERE p=?1 AND id>=?2 AND id<?4 AND {Live} ORDER BY id");

    public Document? Read(DocumentKey key, long now)
    {
        _read.Bind(1, key.Partition).Bind(2, key.Id).Bind(3, now);
        try
        {
            return _read.Step() ? new(key, _read.Blob(1), ETag(_read.Int64(0))) : null;
        }
        finally
        {
            _read.Reset();
        }
    }

    public DocumentPage Range(string partition, string fromId, string toId, int limit, long now)
    {
        var items = new List<Document>(Math.Min(limit, 128));
        if (string.CompareOrdinal(fromId, toId) >= 0) return new(items, null);
        // No id sorts before "-", and an empty text can't be bound.
        _range.Bind(1, partition).Bind(2, fromId.Length == 0 ? "-" : fromId).Bind(3, now).Bind(4, toId);
        try
        {
            for (var bytes = 0; _range.Step();)
            {
                if (items.Count == limit || bytes >= StoreLimits.MaxPageBytes) return new(items, _range.Text(0));
                var body = _range.Blob(2);
                bytes += body.Length;
                items.Add(new(new(partition, _range.Text(0)), body, ETag(_range.Int64(1))));
            }
            return new(items, null);
        }
        finally
        {
            _range.Reset();
        }
    }

    private static string ETag(long number) => number.ToString(CultureInfo.InvariantCulture);
}
