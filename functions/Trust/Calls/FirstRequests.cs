using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using Ascs.Contracts;
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
    /// <param name="kind">What the key is of, such as <c>task</c>; the beginning of the partition.</param>
    /// <param name="key">The idempotency key.</param>
    /// <param name="request">The one to keep when there is none yet.</param>
    /// <param name="until">When it may be forgotten.</param>
    /// <param name="ct">Cancels the call.</param>
    public async Task<T> KeepAsync<T>(string kind, string key, T request, DateTimeOffset until, CancellationToken ct)
        where T : class
    {
        var schema = new DocumentSchema<T>(kind, 1, (JsonTypeInfo<T>)WireOptions.Strict.GetTypeInfo(typeof(T)));
        var partition = $"{kind}-{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32]}";
        if (await store.TryCommitAsync(Containers.Work, partition, schema.Create(Id, request, until), ct) is not null)
            return request;
        return (await store.ReadAsync(Containers.Work, new DocumentKey(partition, Id), schema, ct))?.Value ?? request;
    }
}
