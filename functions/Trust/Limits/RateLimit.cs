using System.Text.Json.Serialization;

namespace Ascs.Trust.Limits;

/// <summary>A rate that is published: so much in one burst, and refilled all the time. There is no ban: whoever waits is served again (CHEAA-4.1.5.1 b).</summary>
/// <param name="PerSecond">What flows back each second, 1 to 1,000,000.</param>
/// <param name="Burst">What a full bucket holds, at least 1.</param>
public sealed record RateLimit(int PerSecond, int Burst)
{
    /// <summary>Time in which one unit flows back.</summary>
    internal TimeSpan Each => TimeSpan.FromTicks(TimeSpan.TicksPerSecond / PerSecond);

    /// <summary>Time in which an empty bucket is full again.</summary>
    internal TimeSpan Window => Each * Burst;

    /// <summary>Whether the numbers are ones that can be kept to.</summary>
    [JsonIgnore]
    public bool IsValid => PerSecond is >= 1 and <= 1_000_000 && Burst is >= 1 and <= 1_000_000_000;
}
