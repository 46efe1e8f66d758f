using Ascs.Contracts;

namespace Ascs.Trust.Limits;

/// <summary>What a quota says of an act.</summary>
/// <param name="Passes">Whether it was taken.</param>
/// <param name="Level">How much of it is left.</param>
public sealed record QuotaAnswer(bool Passes, LimitLevel Level)
{
    /// <summary>Null when the act passes; else there is a new quota at midnight.</summary>
    public Problem? Problem => Passes ? null : new Problem(ProblemCodes.QuotaExceeded) { RetryAfter = Level.Reset };
}
