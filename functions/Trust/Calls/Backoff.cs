using Ascs.Contracts;

namespace Ascs.Trust.Calls;

/// <summary>Pauses between tries of what must succeed some time: each twice as long as the one before, up to the longest.</summary>
/// <param name="First">Before the second try.</param>
/// <param name="Longest">What no pause exceeds.</param>
public sealed record Backoff(TimeSpan First, TimeSpan Longest)
{
    /// <summary>The pause that follows a pause.</summary>
    public TimeSpan After(TimeSpan pause) => pause * 2 < Longest ? pause * 2 : Longest;

    /// <summary>A pause, made longer when the peer asked for that.</summary>
    public TimeSpan AsAsked(TimeSpan pause, Problem? problem) => problem?.RetryAfter is { } asked && asked > pause ? (asked < Longest ? asked : Longest) : pause;
}
