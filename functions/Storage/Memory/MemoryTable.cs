using System.Globalization;

namespace Ascs.Storage;

/// <summary>One container in memory. Not thread-safe: its store holds the lock.</summary>
internal sealed class MemoryTable(ContainerRights rights)
{
    private readonly Dictionary<DocumentKey, Row> _rows = [];
    private readonly Dictionary<string, SortedSet<string>> _ids = new(StringComparer.Ordinal); // partition → ids, ordinal; the same documents as _rows

    public Document? Read(DocumentKey key, long now) => Live(key, now) is { } row ? new(key, row.Body, row.ETag) : null;

    /// <summary>Whether the write meets no conflict.</summary>
    public bool Allows(string partition, Write write, long now)
    {
        var row = Live(new(partition, write.Id), now);
        return write switch
        {
            Write.Create => row is null && (rights != ContainerRights.KeptForATerm || !_rows.ContainsKey(new(partition, write.Id))),
            Write.Replace replace => row?.ETag == replace.ETag,
            Write.Delete { ETag: { } etag } => row?.ETag == etag,
            _ => true,
        };
    }

    /// <summary>Does it and answers the new etag. Bodies are copied: the caller may use its buffer again.</summary>
    public string Apply(string partition, Write write, long sequence)
    {
        var key = new DocumentKey(partition, write.Id);
        return write switch
        {
            Write.Create w => Put(key, w.Body, w.ExpiresAt, sequence),
            Write.Replace w => Put(key, w.Body, w.ExpiresAt, sequence),
            Write.Upsert w => Put(key, w.Body, w.ExpiresAt, sequence),
            _ => Remove(key),
        };
    }

    public DocumentPage Range(string partition, string fromId, string toId, int limit, long now)
    {
        var items = new List<Document>();
        var bytes = 0;
        if (!_ids.TryGetValue(partition, out var ids) || string.CompareOrdinal(fromId, toId) >= 0) return new(items, null);
        foreach (var id in ids.GetViewBetween(fromId, toId))
        {
            if (id == toId || Read(new(partition, id), now) is not { } document) continue;
            if (items.Count == limit || bytes >= StoreLimits.MaxPageBytes) return new(items, id);
            items.Add(document);
            bytes += document.Body.Length;
        }
        return new(items, null);
    }

    public int Purge(long now)
    {
        var expired = _rows.Where(r => r.Value.ExpiresAt <= now).Select(r => r.Key).ToList();
        expired.ForEach(key => Remove(key));
        return expired.Count;
    }

    private Row? Live(DocumentKey key, long now) => _rows.TryGetValue(key, out var row) && !(row.ExpiresAt <= now) ? row : null;

    private string Put(DocumentKey key, ReadOnlyMemory<byte> body, DateTimeOffset? expiresAt, long sequence)
    {
        var row = new Row(body.ToArray(), sequence.ToString(CultureInfo.InvariantCulture), expiresAt?.ToUnixTimeMilliseconds());
        _rows[key] = row;
        if (!_ids.TryGetValue(key.Partition, out var ids)) _ids[key.Partition] = ids = new(StringComparer.Ordinal);
        ids.Add(key.Id);
        return row.ETag;
    }

    private string Remove(DocumentKey key)
    {
        if (_rows.Remove(key)) _ids[key.Partition].Remove(key.Id);
        return "";
    }

    private sealed record Row(byte[] Body, string ETag, long? ExpiresAt);
}
