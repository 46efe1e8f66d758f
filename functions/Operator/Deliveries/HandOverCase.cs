using Ascs.Contracts;
using Ascs.Operator.Links;
using Ascs.Operator.Subscribers;

namespace Ascs.Operator.Deliveries;

/// <summary>All that is known of an order at the instant at which its intent would be recorded.</summary>
/// <param name="Order">The order.</param>
/// <param name="Context">Its context.</param>
/// <param name="Chunk">The chunk it came in.</param>
/// <param name="Link">The link of its tag; null when there is none.</param>
/// <param name="Conversion">What its subscriber converts to; null when the link does not know the authorisation.</param>
/// <param name="Text">Its text; null when that was refused.</param>
internal readonly record struct HandOverCase(DeliveryOrder Order, DeliveryContext Context, string Chunk, Link? Link, Conversion? Conversion, string? Text);
