using Ascs.Contracts;
using Ascs.Storage;
using Ascs.TrustedParty.AnonymousIds;

namespace Ascs.TrustedParty.Revocations;

/// <summary>The durable list of withdrawals to finish.</summary>
internal sealed class RevocationOrders(IDocumentStore store)
{
    /// <summary>Enters withdrawals; of an authorisation that has one already, that one stays. Gives back those that count, by AID.</summary>
    public async Task<IReadOnlyDictionary<Aid, RevocationOrder>> AddAsync(IReadOnlyList<AidRecord> records, RevokedBy by, string? author, UnixTime at, CancellationToken ct)
    {
        var orders = records.ToDictionary(record => record.Aid, record => new RevocationOrder(record.EnterpriseId, record.Aid, by, author, at));
        foreach (var chunk in records.Chunk(StoreLimits.MaxWritesPerCall))
        {
            var writes = chunk.Select(r => (Partition(r), RevocationOrder.Schema.Create(r.AuthorisationId.ToString(), orders[r.Aid]))).ToList();
            var outcomes = await store.WriteManyAsync(Containers.Work, writes, ct);
            var there = chunk.Where((_, i) => outcomes[i] is WriteOutcome.Conflict).Select(Key).ToList();
            foreach (var stored in await store.ReadManyAsync(Containers.Work, there, RevocationOrder.Schema, ct))
                orders[stored.Value.Aid] = stored.Value;
        }

        return orders;
    }

    /// <summary>Which of these still have an order.</summary>
    public async Task<IReadOnlySet<Aid>> OpenAsync(IReadOnlyList<AidRecord> records, CancellationToken ct) =>
        (await store.ReadManyAsync(Containers.Work, [.. records.Select(Key)], RevocationOrder.Schema, ct)).Select(stored => stored.Value.Aid).ToHashSet();

    /// <summary>The first orders of an operator, by authorisation.</summary>
    public async Task<IReadOnlyList<RevocationOrder>> OfAsync(OperatorId operatorId, int limit, CancellationToken ct)
    {
        var page = await store.RangeAsync(
            Containers.Work, RevocationOrder.Partition(operatorId), IdRange.First, IdRange.End, limit, RevocationOrder.Schema, ct);
        return [.. page.Items.Select(stored => stored.Value)];
    }

    /// <summary>These are finished.</summary>
    public async Task RemoveAsync(IReadOnlyCollection<AidRecord> records, CancellationToken ct)
    {
        foreach (var chunk in records.Chunk(StoreLimits.MaxWritesPerCall))
            await store.WriteManyAsync(Containers.Work, [.. chunk.Select(r => (Partition(r), (Write)new Write.Delete(r.AuthorisationId.ToString())))], ct);
    }

    private static string Partition(AidRecord record) => RevocationOrder.Partition(record.OperatorId);

    private static DocumentKey Key(AidRecord record) => new(Partition(record), record.AuthorisationId.ToString());
}
