namespace Ascs.Contracts;

/// <summary>One thing that happened, under the sealed id's authorisation, never under a number (ISC-6.3.3.2).</summary>
/// <param name="Kind">What.</param>
/// <param name="At">When, by the operator's clock or the gateway's receipt.</param>
/// <param name="OrderId">The order; null for replies that belong to none.</param>
/// <param name="AuthorisationId">The authorisation.</param>
/// <param name="Reason">Why not.</param>
/// <param name="Reply">For REPLY and OPT_OUT: envelope to the enterprise's inbox key over the text, base64url; null when it has none in force.</param>
/// <param name="SenderId">For replies: the port replied to.</param>
public sealed record OutcomeItem(
    OutcomeKind Kind, UnixTime At, OrderId? OrderId, AuthorisationId AuthorisationId, SendReason? Reason = null, [Bytes(144, 6 * 1024)] string? Reply = null,
    SenderId? SenderId = null);
