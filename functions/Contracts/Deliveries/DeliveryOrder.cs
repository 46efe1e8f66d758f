namespace Ascs.Contracts;

/// <summary>One message to one sealed id. The operator alone turns it into a number (ISC-6.3.2.1).</summary>
/// <param name="OrderId">The order; handed over at most once.</param>
/// <param name="Context">Place of its context in the call's list.</param>
/// <param name="Tag">The subscriber's tag at this enterprise.</param>
/// <param name="AuthorisationId">The authorisation.</param>
/// <param name="SealedId">SM3 of the sealed id that was recognised for it.</param>
/// <param name="NotAfter">Nothing may be handed over from this instant on.</param>
/// <param name="Variables">As in <see cref="Recipient"/>; empty for a notice.</param>
public sealed record DeliveryOrder(
    OrderId OrderId, [Range(0, 499)] int Context, SubscriberTag Tag, AuthorisationId AuthorisationId, Digest SealedId, UnixTime NotAfter,
    [Bytes(0, 6 * 1024)] string Variables);
