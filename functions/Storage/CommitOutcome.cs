namespace Ascs.Storage;

/// <summary>What became of an atomic commit.</summary>
public abstract record CommitOutcome
{
    private CommitOutcome() { }

    /// <summary>All writes happened and are durable.</summary>
    /// <param name="ETags">One per write, in order; empty text for a delete.</param>
    public sealed record Committed(IReadOnlyList<string> ETags) : CommitOutcome;

    /// <summary>Nothing was written.</summary>
    /// <param name="Index">The first write that could not happen: its document exists already, is absent or has changed.</param>
    public sealed record Conflict(int Index) : CommitOutcome;
}
