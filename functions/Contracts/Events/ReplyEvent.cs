namespace Ascs.Contracts;

/// <summary>A reply under the AID, never under a number (ISC-6.1.3.2).</summary>
/// <param name="SenderId">The port replied to.</param>
/// <param name="OptOut">True when it withdrew the authorisation.</param>
/// <param name="Reply">Envelope to the enterprise's inbox key over the UTF-8 text, base64url. Null when the text could not be sealed.</param>
/// <param name="At">When.</param>
public sealed record ReplyEvent(SenderId SenderId, bool OptOut, [Bytes(144, 6 * 1024)] string? Reply, UnixTime At);
