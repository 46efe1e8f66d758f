namespace Ascs.Contracts;

/// <summary>One event of an AID's life.</summary>
/// <param name="Kind">Leaf kind, UPPER_SNAKE_CASE as in WIRE.md.</param>
/// <param name="At">When.</param>
/// <param name="LeafIndex">Its leaf.</param>
/// <param name="DispatchId">The dispatch, for outcomes.</param>
/// <param name="Outcome">The outcome, for outcomes.</param>
/// <param name="Reason">The reason as the enterprise may see it.</param>
public sealed record TimelineEntry(string Kind, UnixTime At, long LeafIndex, DispatchId? DispatchId, SendOutcome? Outcome, SendReason? Reason);
