namespace Ascs.Contracts;

/// <summary>A reply under the AID, never under a number (ISC-6.1.3.2).</summary>
/// <param name="SenderId">The port replied to.</param>
/// <param name="OptOut">True when it withdrew the authorisation.</param>
/// <param name="Reply">Envelope to the enterprise's inbox key over the UTF-8 text, base64url; from the enterprise platform on to its own back office the text itself in <paramref name="Text"/>. Null when the text could not be sealed.</param>
/// <param name="Text">The text; null between trusted party and enterprise platform.</param>
/// <param name="At">When.</param>
public sealed record ReplyEvent(SenderId SenderId, bool OptOut, string? Reply, string? Text, UnixTime At);
