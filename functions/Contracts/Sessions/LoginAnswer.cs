namespace Ascs.Contracts;

/// <summary>The platform called proves itself likewise and opens a session. Bytes travel as base64url without padding.</summary>
/// <param name="V">1.</param>
/// <param name="Certificate">The certificate of the platform called, DER.</param>
/// <param name="Suite">The suite chosen of those offered.</param>
/// <param name="Ephemeral">P-256 point, uncompressed, 65 bytes; for this login alone.</param>
/// <param name="Nonce">32 random bytes.</param>
/// <param name="SessionId">The session.</param>
/// <param name="Proof">HMAC-SHA256 under the AuthToken of the other direction, 32 bytes.</param>
/// <param name="Signature">ECDSA by the certificate's key, r ‖ s, 64 bytes.</param>
/// <param name="AccessToken">Every further call shows it.</param>
/// <param name="AccessSeconds">How long it lives: two hours at most (CHEAA-4.1.2.2 c).</param>
/// <param name="RefreshToken">Buys the next pair of tokens, once.</param>
/// <param name="RefreshSeconds">How long the session can be refreshed: 14 days at most (CHEAA-4.1.2.2 c).</param>
/// <param name="DataKey">The session's first data key.</param>
public sealed record LoginAnswer(
    int V, string Certificate, string Suite, string Ephemeral, string Nonce, SessionId SessionId, string Proof, string Signature,
    SealedText AccessToken, int AccessSeconds, SealedText RefreshToken, int RefreshSeconds, SessionDataKey DataKey);
