using System.Security.Cryptography;
using System.Text;
using Ascs.Contracts;
using Ascs.Storage;

namespace Ascs.Enterprise.Tasks;

/// <summary>
/// Encrypted dispatches by the task's idempotency key. Encrypting again would make another request under the same key,
/// so what was made first is kept and sent again.
/// </summary>
internal sealed class TaskOutbox(IDocumentStore store, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(25);
    private static readonly DocumentSchema<CreateDispatchRequest> Schema =
        new("task", 1, (System.Text.Json.Serialization.Metadata.JsonTypeInfo<CreateDispatchRequest>)WireOptions.Strict.GetTypeInfo(typeof(CreateDispatchRequest)));

    /// <summary>The dispatch of this key: the first one made.</summary>
    public async Task<CreateDispatchRequest> KeepAsync(string key, CreateDispatchRequest request, CancellationToken ct)
    {
        var expires = (request.NotBefore?.ToTime() ?? time.GetUtcNow()) + Kept;
        var partition = "task-" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32];
        if (await store.CommitAsync(Containers.Work, partition, [new Write.Create("request", Schema.ToBody(request), expires)], ct) is CommitOutcome.Committed)
            return request;
        return (await store.ReadAsync(Containers.Work, new DocumentKey(partition, "request"), Schema, ct))?.Value ?? request;
    }
}
