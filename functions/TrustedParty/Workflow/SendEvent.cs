using Ascs.Contracts;

namespace Ascs.TrustedParty.Workflow;

/// <summary>What happens to a dispatch.</summary>
/// <param name="Now">When, by the trusted party's clock.</param>
internal abstract record SendEvent(UnixTime Now)
{
    /// <summary>Its time has come.</summary>
    public sealed record Due(UnixTime Now) : SendEvent(Now);

    /// <summary>Every undecided recipient was decided for this instant; allowed ones are counted in their usage.</summary>
    public sealed record Verified(UnixTime Now, IReadOnlyList<LineDecision> Decisions) : SendEvent(Now);

    /// <summary>An operator holds these orders.</summary>
    public sealed record Submitted(UnixTime Now, IReadOnlyList<OrderRef> Orders) : SendEvent(Now);

    /// <summary>No answer came for these orders until they were too late.</summary>
    public sealed record GaveUp(UnixTime Now, IReadOnlyList<OrderRef> Orders) : SendEvent(Now);

    /// <summary>An operator reported.</summary>
    public sealed record OutcomesArrived(UnixTime Now, ReportRef Report, IReadOnlyList<LineReport> Items) : SendEvent(Now);

    /// <summary>Receipts are no longer waited for.</summary>
    public sealed record DeadlineReached(UnixTime Now) : SendEvent(Now);

    /// <summary>The leaves of a round are in the log, next to one another in the order of their recipients; -1 when the round needed none.</summary>
    public sealed record Attested(UnixTime Now, int Round, long FirstLeaf, IReadOnlyList<int> Recipients) : SendEvent(Now);
}
