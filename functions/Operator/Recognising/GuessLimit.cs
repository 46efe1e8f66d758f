using System.Collections.Concurrent;
using System.Globalization;
using Ascs.Contracts;
using Ascs.Storage;

namespace Ascs.Operator.Recognising;

/// <summary>
/// How many identifiers an enterprise may be wrong about within a clock hour: so many, and so many more for every different person it was right about, because who
/// asks all operators is wrong at most of them (decision 0034). Counts are the one thing kept of a miss. At the turn of an hour twice the limit can pass, which
/// the limit is chosen for.
/// </summary>
internal sealed class GuessLimit(IDocumentStore store, OperatorOptions options)
{
    private const int TriesBeforeGivingUp = 50;

    // Written with the next miss: before that nobody needs it, and an enterprise without misses costs no write. A crash loses what was earned since.
    private readonly ConcurrentDictionary<EnterpriseId, (string Hour, int People)> _earned = new();

    // As many as there are enterprises: only who is in the directory gets as far as guessing.
    private readonly ConcurrentDictionary<EnterpriseId, SemaphoreSlim> _turns = new();

    /// <summary>One guess of an enterprise after the other, from the question whether it may to the count of what it missed: any number asked at once would all be allowed.</summary>
    public async Task<T> InTurnAsync<T>(EnterpriseId enterprise, Func<Task<T>> guess, CancellationToken ct)
    {
        var turn = _turns.GetOrAdd(enterprise, _ => new(1, 1));
        await turn.WaitAsync(ct);
        try
        {
            return await guess();
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>True when the hour's misses are used up.</summary>
    public async Task<bool> IsUsedUpAsync(EnterpriseId enterprise, DateTimeOffset now, CancellationToken ct)
    {
        if (await store.ReadAsync(Containers.Work, Key(enterprise, now), GuessCount.Schema, ct) is not { Value: var count }) return false;
        return count.Misses >= options.MissesPerHour + ((long)options.MissesPerPerson * (count.People + Earned(enterprise, now)));
    }

    /// <summary>Counts misses; durable when it returns, before they are answered.</summary>
    public async Task CountAsync(EnterpriseId enterprise, int misses, DateTimeOffset now, CancellationToken ct)
    {
        var (key, people) = (Key(enterprise, now), Earned(enterprise, now));
        for (var tries = 0; tries < TriesBeforeGivingUp; tries++)
        {
            var before = await store.ReadAsync(Containers.Work, key, GuessCount.Schema, ct);
            var after = new GuessCount((before?.Value.Misses ?? 0) + misses, (before?.Value.People ?? 0) + people);
            var expires = now.AddHours(2);
            var write = before is null ? GuessCount.Schema.Create(key.Id, after, expires) : GuessCount.Schema.Replace(key.Id, after, before.ETag, expires);
            if (await store.TryCommitAsync(Containers.Work, key.Partition, write, ct) is null) continue;
            Spend(enterprise, people, now); // only now: a write that fails costs an honest enterprise nothing
            return;
        }

        throw new StoreUnavailableException("A miss could not be counted.");
    }

    /// <summary>The enterprise was right about a person whom it had not been right about in this hour (<see cref="IsSameHour"/>).</summary>
    public void Earn(EnterpriseId enterprise, DateTimeOffset now) => _earned.AddOrUpdate(
        enterprise, _ => (Hour(now), 1), (_, before) => (Hour(now), before.Hour == Hour(now) ? before.People + 1 : 1));

    /// <summary>True when both are counted together.</summary>
    public static bool IsSameHour(DateTimeOffset one, DateTimeOffset other) => Hour(one) == Hour(other);

    private int Earned(EnterpriseId enterprise, DateTimeOffset now) => _earned.TryGetValue(enterprise, out var earned) && earned.Hour == Hour(now) ? earned.People : 0;

    private void Spend(EnterpriseId enterprise, int people, DateTimeOffset now) => _earned.AddOrUpdate(
        enterprise, _ => (Hour(now), 0), (_, before) => before.Hour == Hour(now) ? (before.Hour, before.People - people) : before);

    private static string Hour(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMddHH", CultureInfo.InvariantCulture);

    private static DocumentKey Key(EnterpriseId enterprise, DateTimeOffset now) => new($"misses-{enterprise}", Hour(now));
}
