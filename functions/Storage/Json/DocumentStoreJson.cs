namespace Ascs.Storage;

/// <summary>Reads and writes values by their <see cref="DocumentSchema{T}"/>. Failures are those of <see cref="DocumentSchema{T}.FromBody"/> and the store.</summary>
public static class DocumentStoreJson
{
    /// <summary>Reads one value, or null when it is absent.</summary>
    public static async Task<Stored<T>?> ReadAsync<T>(
        this IDocumentStore store, Container container, DocumentKey key, DocumentSchema<T> schema, CancellationToken ct = default) =>
        await store.ReadAsync(container, key, ct) is { } document ? schema.Read(document) : null;

    /// <summary>Reads many values in the order asked for; absent ones are left out.</summary>
    public static async Task<IReadOnlyList<Stored<T>>> ReadManyAsync<T>(
        this IDocumentStore store, Container container, IReadOnlyCollection<DocumentKey> keys, DocumentSchema<T> schema, CancellationToken ct = default) =>
        schema.Read(await store.ReadManyAsync(container, keys, ct));

    /// <summary>Reads one page of a range.</summary>
    public static async Task<StoredPage<T>> RangeAsync<T>(
        this IDocumentStore store, Container container, string partition, string fromId, string toId, int limit, DocumentSchema<T> schema,
        CancellationToken ct = default)
    {
        var page = await store.RangeAsync(container, partition, fromId, toId, limit, ct);
        return new(schema.Read(page.Items), page.NextFromId);
    }

    /// <summary>Reads a whole range, page after page; for loops that handle one value at a time.</summary>
    public static async IAsyncEnumerable<Stored<T>> RangeAllAsync<T>(
        this IDocumentStore store, Container container, string partition, string fromId, string toId, DocumentSchema<T> schema,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct = default)
    {
        for (var from = fromId; from is not null;)
        {
            var page = await store.RangeAsync(container, partition, from, toId, StoreLimits.MaxPageItems, schema, ct);
            foreach (var item in page.Items) yield return item;
            from = page.NextFromId;
        }
    }

    /// <summary>Commits one write: the new etag, or null when it met a conflict.</summary>
    public static async Task<string?> TryCommitAsync(
        this IDocumentStore store, Container container, string partition, Write write, CancellationToken ct = default) =>
        await store.CommitAsync(container, partition, [write], ct) is CommitOutcome.Committed committed ? committed.ETags[0] : null;

    /// <summary>A create of this value.</summary>
    public static Write Create<T>(this DocumentSchema<T> schema, string id, T value, DateTimeOffset? expiresAt = null) =>
        new Write.Create(id, schema.ToBody(value), expiresAt);

    /// <summary>A replace by this value.</summary>
    public static Write Replace<T>(this DocumentSchema<T> schema, string id, T value, string etag, DateTimeOffset? expiresAt = null) =>
        new Write.Replace(id, schema.ToBody(value), etag, expiresAt);

    /// <summary>An upsert of this value.</summary>
    public static Write Upsert<T>(this DocumentSchema<T> schema, string id, T value, DateTimeOffset? expiresAt = null) =>
        new Write.Upsert(id, schema.ToBody(value), expiresAt);

    /// <summary>The value of a document.</summary>
    public static Stored<T> Read<T>(this DocumentSchema<T> schema, Document document) => new(document.Key, schema.FromBody(document.Body), document.ETag);

    private static Stored<T>[] Read<T>(this DocumentSchema<T> schema, IReadOnlyList<Document> documents)
    {
        var values = new Stored<T>[documents.Count];
        for (var i = 0; i < values.Length; i++) values[i] = schema.Read(documents[i]);
        return values;
    }
}
