using Ascs.Contracts;

namespace Ascs.Operator.Deliveries;

/// <summary>Which step leads from which state to which, and what is reported of it. Everything else is ignored: a receipt told twice, an answer after its receipt.</summary>
internal static class OrderMoves
{
    /// <summary>Nothing happens to it any more.</summary>
    public static bool IsFinal(OrderState state) => state is OrderState.Delivered or OrderState.Failed or OrderState.Refused or OrderState.NotSent or OrderState.Repeated;

    /// <summary>True when an order in <paramref name="from"/> may go to <paramref name="to"/>.</summary>
    public static bool Allows(OrderState from, OrderState to) => (from, to) switch
    {
        (OrderState.Accepted, not OrderState.Accepted and not OrderState.Submitted) => true,
        (OrderState.SubmittedUntold, OrderState.Submitted or OrderState.Delivered or OrderState.Failed) => true,
        (OrderState.Submitted, OrderState.Delivered or OrderState.Failed) => true,
        (OrderState.Unknown, OrderState.Delivered or OrderState.Failed) => true,
        _ => false,
    };

    /// <summary>What the trusted party is told of a state; null when nothing.</summary>
    public static OutcomeKind? Told(OrderState state) => state switch
    {
        OrderState.Submitted => OutcomeKind.Submitted,
        OrderState.Unknown => OutcomeKind.Unknown,
        OrderState.Delivered => OutcomeKind.Delivered,
        OrderState.Failed => OutcomeKind.Failed,
        OrderState.Refused => OutcomeKind.Refused,
        OrderState.NotSent => OutcomeKind.NotSent,
        _ => null,
    };
}
