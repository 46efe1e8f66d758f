using Ascs.Contracts;

namespace Ascs.Operator.Deliveries;

/// <summary>What happens to an order.</summary>
/// <param name="To">The state it leads to, where it leads anywhere.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why not.</param>
internal readonly record struct OrderStep(OrderState To, UnixTime At, SendReason? Reason = null);
