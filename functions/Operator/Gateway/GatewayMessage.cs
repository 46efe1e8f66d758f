using Ascs.Contracts;
using Ascs.Operator.Subscribers;

namespace Ascs.Operator.Gateway;

/// <summary>A message to a person.</summary>
/// <param name="Order">The order; its text is the message's id at the gateway.</param>
/// <param name="To">Whom.</param>
/// <param name="From">The port.</param>
/// <param name="Text">What.</param>
internal readonly record struct GatewayMessage(OrderId Order, PhoneNumber To, SenderId From, string Text);
