namespace Ascs.Contracts;

/// <summary>One AID's withdrawal.</summary>
/// <param name="Aid">The AID.</param>
/// <param name="State">Its state now; UNKNOWN for an AID that is not the enterprise's.</param>
/// <param name="Blocked">True when the home operator has recorded the block.</param>
/// <param name="AlreadyHandedOver">Messages that had left for the gateway before the block, with no outcome yet.</param>
public sealed record RevokeResult(Aid Aid, AidState State, bool Blocked, int AlreadyHandedOver);
