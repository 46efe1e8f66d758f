using Ascs.Contracts;

namespace Ascs.Trust.Calls;

/// <summary>When a call is tried again at once. Only what another try soon may mend; whoever must succeed tries again later with the same key.</summary>
internal static class Retries
{
    private static readonly TimeSpan[] Delays = [TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(400), TimeSpan.FromMilliseconds(1200)];

    // What a peer asks to wait for longer than this, whoever called decides about: somebody may be waiting for the answer.
    private static readonly TimeSpan LongestAsked = TimeSpan.FromSeconds(2);

    /// <summary>How long to wait before the next try; null to give up.</summary>
    /// <param name="tries">Made so far, from 1.</param>
    /// <param name="reply">What the last one brought.</param>
    public static TimeSpan? After(int tries, Reply reply)
    {
        if (tries > Delays.Length) return null;
        if (reply.Problem?.RetryAfter is { } asked) return asked <= LongestAsked ? asked : null;
        return IsPassing(reply.Problem) ? Delays[tries - 1] : null;
    }

    private static bool IsPassing(Problem? problem) => problem is { Code: var code } && (code.Status == 503 || code == ProblemCodes.IdempotencyInProgress);
}
