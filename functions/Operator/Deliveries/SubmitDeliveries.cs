using Ascs.Contracts;
using Ascs.Trust.Calls;
using Ascs.Trust.Journal;
using Microsoft.Extensions.Logging;

namespace Ascs.Operator.Deliveries;

/// <summary>Takes orders: durable, then answered; handed over in the background.</summary>
internal sealed class SubmitDeliveries(DeliveryDesk desk, TimeProvider time, ILogger<SubmitDeliveries> log) : IHandle<SubmitDeliveriesRequest, SubmitDeliveriesAnswer>
{
    /// <inheritdoc/>
    public async Task<Answer<SubmitDeliveriesAnswer>> HandleAsync(SubmitDeliveriesRequest request, Call call, CancellationToken cancellationToken)
    {
        if (Fault(request) is { } fault) return new Problem(ProblemCodes.SchemaInvalid, fault);
        if (!MessageAge.IsTaken(call.SentAt, call.ReceivedAt))
        {
            log.Warn($"no orders are taken from {call.Caller.PlatId}: its message is {(call.ReceivedAt - call.SentAt).TotalSeconds:F1} s old by our clock");
            return ProblemCodes.ClockSkew;
        }

        var orders = new ChunkOrders(UnixTime.From(time.GetUtcNow()), request.Contexts, request.Orders);
        await desk.TakeAsync(ChunkOrders.ChunkOf(call), orders, cancellationToken);
        return new SubmitDeliveriesAnswer(1, request.Orders.Count);
    }

    // Beyond the schema: the first thing that does not hold together.
    private static FieldError? Fault(SubmitDeliveriesRequest request)
    {
        var seen = new HashSet<OrderId>(request.Orders.Count);
        for (var i = 0; i < request.Orders.Count; i++)
        {
            var order = request.Orders[i];
            if (order.Context >= request.Contexts.Count) return new($"/orders/{i}/context", "CONTEXT_UNKNOWN");
            if (order.OrderId.Dispatch != request.Contexts[order.Context].DispatchId) return new($"/orders/{i}/orderId", "DISPATCH_MISMATCH");
            if (!seen.Add(order.OrderId)) return new($"/orders/{i}/orderId", "ORDER_REPEATED");
        }

        return null;
    }
}
