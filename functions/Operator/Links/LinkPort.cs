using Ascs.Contracts;

namespace Ascs.Operator.Links;

/// <summary>The newest order that a person got from a port: what a reply to that port answers.</summary>
/// <param name="Port">The port.</param>
/// <param name="Order">The order.</param>
/// <param name="Authorisation">Its authorisation.</param>
/// <param name="At">When.</param>
internal sealed record LinkPort(SenderId Port, OrderId Order, AuthorisationId Authorisation, UnixTime At);
