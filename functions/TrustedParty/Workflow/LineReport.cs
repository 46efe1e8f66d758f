using Ascs.Contracts;

namespace Ascs.TrustedParty.Workflow;

/// <summary>What an operator says about one order.</summary>
/// <param name="Order">The order.</param>
/// <param name="Kind">Any kind but REPLY and OPT_OUT.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why not.</param>
internal readonly record struct LineReport(OrderRef Order, OutcomeKind Kind, UnixTime At, SendReason? Reason);
