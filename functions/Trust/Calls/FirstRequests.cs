using System.Security.Cryptography;
using System.Text;
using Ascs.Storage;

namespace Ascs.Trust.Calls;

/// <summary>
/// Requests by their idempotency key. Encrypting anew would make another request under the same key, so what was made first is kept and sent again byte for byte,
/// also after a crash.
/// </summary>
/// <param name="store">The platform's main store.</param>
public sealed class FirstRequests(IDocumentStore store)
{
    private const string Id = "request";

    /// <summary>The request of a key: the first one made.</summary>
    /// <param name="schema">How it is stored; its name is the beginning of the partition.</param>
    /// <param name="key">The idempotency key.</param>
    /// <param name="request">The one to keep when there is none yet.</param>
    /// <param name="until">When it may be forgotten.</param>
    /// <param name="ct">Cancels the call.</param>
    public async Task<T> KeepAsync<T>(DocumentSchema<T> schema, string key, T request, DateTimeOffset until, CancellationToken ct)
        where T : class =>
        await store.TryCommitAsync(Containers.Work, PartitionOf(schema, key), schema.Create(Id, request, until), ct) is not null
            ? request : await FindAsync(schema, key, ct) ?? request;

    /// <summary>The request of a key, or null.</summary>
    public async Task<T?> FindAsync<T>(DocumentSchema<T> schema, string key, CancellationToken ct)
        where T : class =>
        (await store.ReadAsync(Containers.Work, new DocumentKey(PartitionOf(schema, key), Id), schema, ct))?.Value;

    private static string PartitionOf<T>(DocumentSchema<T> schema, string key)
        where T : class => $"{schema.Name}-{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32]}";
}
