using Ascs.Contracts;

namespace Ascs.Trust.Limits;

/// <summary>What a limit says of a call.</summary>
/// <param name="Level">How much of it is left.</param>
/// <param name="Wait">How long until the call would pass; zero when it does.</param>
internal readonly record struct Taken(LimitLevel Level, TimeSpan Wait)
{
    /// <summary>Null when the call passes.</summary>
    public Problem? Problem => Wait == TimeSpan.Zero ? null : new Problem(ProblemCodes.TooManyRequests) { RetryAfter = Wait };
}
