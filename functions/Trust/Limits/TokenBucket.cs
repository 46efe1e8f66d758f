namespace Ascs.Trust.Limits;

/// <summary>
/// The decision of a token bucket. Its whole state is the moment at which it will be full again: a full one is no different from none, so what is idle needs no memory.
/// </summary>
internal static class TokenBucket
{
    /// <summary>Takes or refuses.</summary>
    /// <param name="fullAt">The state; any moment past is a full bucket.</param>
    /// <param name="limit">Its limit.</param>
    /// <param name="now">On the same clock, which never steps back.</param>
    /// <param name="cost">Units. More than the bucket holds is given by a full one, on credit: nothing may be refused for good.</param>
    public static BucketDecision Take(TimeSpan fullAt, RateLimit limit, TimeSpan now, int cost)
    {
        var missing = fullAt > now ? fullAt - now : TimeSpan.Zero;
        var price = limit.Each * cost;
        var wait = price > limit.Window ? missing : missing + price - limit.Window;
        // A refused call costs nothing: trying again does not make the wait longer.
        return wait > TimeSpan.Zero ? new BucketDecision(fullAt, missing, wait) : new BucketDecision(now + missing + price, missing + price, TimeSpan.Zero);
    }
}
