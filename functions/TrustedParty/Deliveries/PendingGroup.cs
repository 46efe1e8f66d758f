namespace Ascs.TrustedParty.Deliveries;

/// <summary>A group on its way, and who waits for it.</summary>
/// <param name="Group">The orders.</param>
/// <param name="Answered">Ends with true when the operator holds them, with false when it is too late.</param>
internal sealed record PendingGroup(OrderGroup Group, TaskCompletionSource<bool> Answered);
