namespace Ascs.Contracts;

/// <summary>One recipient's outcome as the enterprise may see it.</summary>
/// <param name="Aid">The AID.</param>
/// <param name="Outcome">Null while open.</param>
/// <param name="Reason">Why not delivered.</param>
/// <param name="At">When it was decided.</param>
/// <param name="LeafIndex">Leaf of its communication evidence.</param>
public sealed record RecipientState(Aid Aid, SendOutcome? Outcome, SendReason? Reason, UnixTime? At, long? LeafIndex);
