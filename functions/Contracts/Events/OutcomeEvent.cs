namespace Ascs.Contracts;

/// <summary>A message's outcome as the enterprise may see it.</summary>
/// <param name="DispatchId">The dispatch.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Reason">Why not.</param>
/// <param name="At">When.</param>
/// <param name="LeafIndex">Its evidence.</param>
public sealed record OutcomeEvent(DispatchId DispatchId, SendOutcome Outcome, SendReason? Reason, UnixTime At, [Range(0, RangeAttribute.Largest)] long? LeafIndex);
