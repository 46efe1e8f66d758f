namespace Ascs.Trust.Limits;

/// <summary>What a bucket decided.</summary>
/// <param name="FullAt">Its state from now on.</param>
/// <param name="Missing">How long it takes to be full.</param>
/// <param name="Wait">How long until the same call would pass; zero when it has passed.</param>
internal readonly record struct BucketDecision(TimeSpan FullAt, TimeSpan Missing, TimeSpan Wait)
{
    /// <summary>Whether the call passes.</summary>
    public bool Passes => Wait == TimeSpan.Zero;

    /// <summary>What the caller is told.</summary>
    public LimitLevel ToLevel(string name, RateLimit limit, string unit) =>
        new(name, limit.Burst, limit.Window, Math.Max(0, (long)((limit.Window - Missing) / limit.Each)), Missing, unit);
}
