namespace Ascs.Contracts;

/// <summary>Orders of any number of dispatches in one call.</summary>
/// <param name="V">1.</param>
/// <param name="Contexts">1 to 500.</param>
/// <param name="Orders">1 to 500.</param>
public sealed record SubmitDeliveriesRequest(
    [Version(1)] int V, [Items(1, 500)] IReadOnlyList<DeliveryContext> Contexts, [Items(1, 500)] IReadOnlyList<DeliveryOrder> Orders);
