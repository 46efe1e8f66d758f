namespace Ascs.Trust.Limits;

/// <summary>The buckets of one limit, one a key. Those that are full again are forgotten, and there are never more than a bound.</summary>
/// <param name="limit">Of each bucket.</param>
/// <param name="most">Buckets kept at most.</param>
internal sealed class Buckets<TKey>(RateLimit limit, int most)
    where TKey : notnull
{
    private readonly Dictionary<TKey, TimeSpan> fullAt = []; // one lock: a decision is shorter than anything finer would cost
    private readonly Lock access = new();

    public RateLimit Limit => limit;

    public int Count
    {
        get { lock (access) return fullAt.Count; }
    }

    /// <summary>Takes from one bucket.</summary>
    public BucketDecision Take(TKey key, int cost, TimeSpan now) => Take([key], cost, now);

    /// <summary>Takes from all these buckets or from none. Answers the tightest one's decision.</summary>
    public BucketDecision Take(IReadOnlyList<TKey> keys, int cost, TimeSpan now)
    {
        lock (access)
        {
            var decisions = keys.Select(key => TokenBucket.Take(fullAt.GetValueOrDefault(key), limit, now, cost)).ToList();
            var tightest = decisions.MaxBy(decision => (decision.Wait, decision.Missing));
            if (!tightest.Passes) return tightest;
            for (var i = 0; i < keys.Count; i++) fullAt[keys[i]] = decisions[i].FullAt;
            if (fullAt.Count > most) Forget(now);
            return tightest;
        }
    }

    /// <summary>Undoes a taking of a call that another limit then refused.</summary>
    public void GiveBack(TKey key, int cost)
    {
        lock (access)
        {
            if (fullAt.TryGetValue(key, out var at)) fullAt[key] = at - (limit.Each * cost);
        }
    }

    // Those that are full again decide as none would. If all are in use, the ones that lose least by it: the next to be full.
    private void Forget(TimeSpan now)
    {
        foreach (var key in fullAt.Where(bucket => bucket.Value <= now).Select(bucket => bucket.Key).ToList()) fullAt.Remove(key);
        var excess = fullAt.Count - (most * 3L / 4);
        foreach (var key in fullAt.OrderBy(bucket => bucket.Value).Take((int)Math.Max(0, excess)).Select(bucket => bucket.Key).ToList()) fullAt.Remove(key);
    }
}
