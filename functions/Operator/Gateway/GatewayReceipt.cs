using Ascs.Contracts;

namespace Ascs.Operator.Gateway;

/// <summary>What became of a message.</summary>
/// <param name="Order">The order.</param>
/// <param name="Delivered">False when it failed or expired.</param>
/// <param name="At">When, on the phone.</param>
internal readonly record struct GatewayReceipt(OrderId Order, bool Delivered, UnixTime At);
