using Ascs.Contracts;

namespace Ascs.Trust.Calls;

/// <summary>When a call is tried again at once. Only what another try soon may mend; whoever must succeed tries again later with the same key.</summary>
internal static class Retries
{
    private static readonly TimeSpan[] Delays = [TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(400), TimeSpan.FromMilliseconds(1200)];

    /// <summary>How long to wait before the next try; null to give up.</summary>
    /// <param name="tries">Made so far, from 1.</param>
    /// <param name="reply">What the last one brought.</param>
    public static TimeSpan? After(int tries, Reply reply) => tries <= Delays.Length && IsPassing(reply.Problem) ? Delays[tries - 1] : null;

    private static bool IsPassing(Problem? problem) => problem is { Code: var code } && (code.Status == 503 || code == ProblemCodes.IdempotencyInProgress);
}
