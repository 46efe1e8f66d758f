using Ascs.Storage;

namespace Ascs.Trust.Tests.Sessions;

/// <summary>A store in which somebody else is faster, once: what is done before the first commit makes it a conflict.</summary>
internal sealed class MeddledStore(IDocumentStore store, Func<Task> faster) : IDocumentStore
{
    private int commits;

    public Task<Document?> ReadAsync(Container container, DocumentKey key, CancellationToken ct = default) => store.ReadAsync(container, key, ct);

    public Task<IReadOnlyList<Document>> ReadManyAsync(Container container, IReadOnlyCollection<DocumentKey> keys, CancellationToken ct = default) =>
        store.ReadManyAsync(container, keys, ct);

    public async Task<CommitOutcome> CommitAsync(Container container, string partition, IReadOnlyList<Write> writes, CancellationToken ct = default)
    {
        if (commits++ == 0) await faster();
        return await store.CommitAsync(container, partition, writes, ct);
    }

    public Task<IReadOnlyList<WriteOutcome>> WriteManyAsync(
        Container container, IReadOnlyList<(string Partition, Write Write)> writes, CancellationToken ct = default) => store.WriteManyAsync(container, writes, ct);

    public Task<DocumentPage> RangeAsync(Container container, string partition, string fromId, string toId, int limit, CancellationToken ct = default) =>
        store.RangeAsync(container, partition, fromId, toId, limit, ct);
}
