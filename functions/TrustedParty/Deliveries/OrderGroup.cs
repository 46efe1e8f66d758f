using Ascs.Contracts;

namespace Ascs.TrustedParty.Deliveries;

/// <summary>Orders of one dispatch for one operator that travel in one call.</summary>
/// <param name="Context">What they share.</param>
/// <param name="Orders">1 to 500; <see cref="DeliveryOrder.Context"/> is set when the call is made.</param>
/// <param name="Until">The last instant at which one of them may be handed over: it is of no use to try longer.</param>
internal sealed record OrderGroup(DeliveryContext Context, IReadOnlyList<DeliveryOrder> Orders, DateTimeOffset Until)
{
    // What a context and an order weigh in a call beside their keys and variables, rounded up.
    private const int ContextBytes = 700;
    private const int OrderBytes = 320;

    /// <summary>About how many bytes they are in a call.</summary>
    public int Bytes { get; } = ContextBytes + (Context.WrappedContentKey?.Length ?? 0) + Orders.Sum(o => OrderBytes + o.Variables.Length);

    /// <summary>Cuts orders so that each group fits into a call.</summary>
    public static IEnumerable<OrderGroup> Cut(DeliveryContext context, IReadOnlyList<DeliveryOrder> orders, int mostBytes)
    {
        var next = new List<DeliveryOrder>();
        var bytes = ContextBytes + (context.WrappedContentKey?.Length ?? 0);
        foreach (var order in orders)
        {
            if (next.Count > 0 && bytes + OrderBytes + order.Variables.Length > mostBytes)
            {
                yield return Of(context, next);
                (next, bytes) = ([], ContextBytes);
            }

            next.Add(order);
            bytes += OrderBytes + order.Variables.Length;
        }

        if (next.Count > 0) yield return Of(context, next);
    }

    private static OrderGroup Of(DeliveryContext context, List<DeliveryOrder> orders) =>
        new(context, orders, orders.Max(o => o.NotAfter.ToTime()));
}
