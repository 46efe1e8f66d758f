namespace Ascs.Storage;

/// <summary>
/// One change of one document. A document whose <c>ExpiresAt</c> has come (<c>ExpiresAt &lt;= now</c>, in whole milliseconds, rounded down) counts as absent
/// for every write: it can be created again, and replacing it is a conflict.
/// </summary>
/// <param name="Id">The document's id within the partition.</param>
public abstract record Write(string Id)
{
    /// <summary>Makes a new document. Conflict when it is there.</summary>
    /// <param name="Id">The document's id within the partition.</param>
    /// <param name="Body">One UTF-8 JSON value.</param>
    /// <param name="ExpiresAt">When it stops being there; null is never. Not in a <see cref="ContainerRights.CreateOnly"/> container.</param>
    public sealed record Create(string Id, ReadOnlyMemory<byte> Body, DateTimeOffset? ExpiresAt = null) : Write(Id);

    /// <summary>Changes the document that was read with <paramref name="ETag"/>. Conflict when it has changed since or is absent.</summary>
    /// <param name="Id">The document's id within the partition.</param>
    /// <param name="Body">One UTF-8 JSON value.</param>
    /// <param name="ETag">The etag it was read or written with.</param>
    /// <param name="ExpiresAt">When it stops being there; null is never: a former expiry does not carry over.</param>
    public sealed record Replace(string Id, ReadOnlyMemory<byte> Body, string ETag, DateTimeOffset? ExpiresAt = null) : Write(Id);

    /// <summary>Writes the document whatever was there. Never a conflict: only for documents that have one writer, or that anyone may overwrite.</summary>
    /// <param name="Id">The document's id within the partition.</param>
    /// <param name="Body">One UTF-8 JSON value.</param>
    /// <param name="ExpiresAt">When it stops being there; null is never.</param>
    public sealed record Upsert(string Id, ReadOnlyMemory<byte> Body, DateTimeOffset? ExpiresAt = null) : Write(Id);

    /// <summary>Removes the document. With an etag: conflict when it has changed since or is absent. Without: never a conflict, absent is fine.</summary>
    /// <param name="Id">The document's id within the partition.</param>
    /// <param name="ETag">The etag it was read with, or null to remove whatever is there.</param>
    public sealed record Delete(string Id, string? ETag = null) : Write(Id);
}
