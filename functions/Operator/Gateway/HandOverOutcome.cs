namespace Ascs.Operator.Gateway;

/// <summary>What became of a hand-over.</summary>
internal abstract record HandOverOutcome
{
    private HandOverOutcome() { }

    /// <summary>The gateway answered.</summary>
    /// <param name="Taken">One per message, in order: false when it refused that one.</param>
    public sealed record Answered(IReadOnlyList<bool> Taken) : HandOverOutcome;

    /// <summary>Provably nothing was handed over: no connection came about, or the gateway refused the call as a whole.</summary>
    public sealed record NothingTaken : HandOverOutcome;

    /// <summary>Nobody knows: the connection broke, or the answer never came.</summary>
    public sealed record Lost : HandOverOutcome;
}
