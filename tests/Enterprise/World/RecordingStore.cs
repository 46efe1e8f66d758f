using System.Text;
using Ascs.Storage;

namespace Ascs.Enterprise.Tests.World;

/// <summary>A store that remembers every byte ever written to it, deleted ones too, for tests that search.</summary>
internal sealed class RecordingStore(IDocumentStore store) : IDocumentStore
{
    private readonly Lock gate = new();
    private readonly StringBuilder written = new();

    /// <summary>Counts commits; throws before (odd) or after (even) the one with this number, once: a host that dies there.</summary>
    public int DieAt { get; set; }

    public int Commits { get; private set; }

    public string Written
    {
        get
        {
            lock (gate)
                return written.ToString();
        }
    }

    public Task<Document?> ReadAsync(Container container, DocumentKey key, CancellationToken ct = default) => store.ReadAsync(container, key, ct);

    public Task<IReadOnlyList<Document>> ReadManyAsync(Container container, IReadOnlyCollection<DocumentKey> keys, CancellationToken ct = default) => store.ReadManyAsync(container, keys, ct);

    public async Task<CommitOutcome> CommitAsync(Container container, string partition, IReadOnlyList<Write> writes, CancellationToken ct = default)
    {
        Commits++;
        if (DieAt > 0 && DieAt % 2 == 1 && Commits == (DieAt + 1) / 2)
            throw new StoreUnavailableException("died before the write");
        lock (gate)
            Remember(partition, writes);
        var outcome = await store.CommitAsync(container, partition, writes, ct);
        if (DieAt > 0 && DieAt % 2 == 0 && Commits == DieAt / 2)
            throw new StoreUnavailableException("died after the write");
        return outcome;
    }

    public Task<IReadOnlyList<WriteOutcome>> WriteManyAsync(Container container, IReadOnlyList<(string Partition, Write Write)> writes, CancellationToken ct = default) =>
        store.WriteManyAsync(container, writes, ct);

    public Task<DocumentPage> RangeAsync(Container container, string partition, string fromId, string toId, int limit, CancellationToken ct = default) =>
        store.RangeAsync(container, partition, fromId, toId, limit, ct);

    private void Remember(string partition, IReadOnlyList<Write> writes)
    {
        foreach (var write in writes)
        {
            written.Append(partition).Append('/').AppendLine(write.Id);
            written.AppendLine(write switch
            {
                Write.Create create => Encoding.UTF8.GetString(create.Body.Span),
                Write.Replace replace => Encoding.UTF8.GetString(replace.Body.Span),
                Write.Upsert upsert => Encoding.UTF8.GetString(upsert.Body.Span),
                _ => "",
            });
        }
    }
}
