using System.Globalization;
using Ascs.Contracts;
using Ascs.Storage;

namespace Ascs.Operator.Recognising;

/// <summary>
/// Misses of an enterprise within a clock hour: the one thing kept of a miss. Whoever guesses identifiers is stopped; at the turn of an hour twice the limit
/// can pass, which the limit is chosen for.
/// </summary>
internal sealed class MissCounter(IDocumentStore store, int limit)
{
    private const int TriesBeforeGivingUp = 50;

    private static readonly DocumentSchema<int> Schema = new("misses", 1, OperatorJson.Default.Int32);

    /// <summary>True when the hour's misses are used up.</summary>
    public async Task<bool> IsUsedUpAsync(EnterpriseId enterprise, DateTimeOffset now, CancellationToken ct) =>
        await store.ReadAsync(Containers.Work, Key(enterprise, now), Schema, ct) is { } count && count.Value >= limit;

    /// <summary>Counts one; durable when it returns, before the miss is answered.</summary>
    public async Task CountAsync(EnterpriseId enterprise, DateTimeOffset now, CancellationToken ct)
    {
        var key = Key(enterprise, now);
        for (var tries = 0; tries < TriesBeforeGivingUp; tries++)
        {
            var before = await store.ReadAsync(Containers.Work, key, Schema, ct);
            var expires = now.AddHours(2);
            var write = before is null ? Schema.Create(key.Id, 1, expires) : Schema.Replace(key.Id, before.Value + 1, before.ETag, expires);
            if (await store.TryCommitAsync(Containers.Work, key.Partition, write, ct) is not null) return;
        }

        throw new StoreUnavailableException("A miss could not be counted.");
    }

    private static DocumentKey Key(EnterpriseId enterprise, DateTimeOffset now) =>
        new($"misses-{enterprise}", now.UtcDateTime.ToString("yyyyMMddHH", CultureInfo.InvariantCulture));
}
