namespace Ascs.Contracts;

/// <summary>A platform proves who it is and offers one half of a key agreement (CHEAA-4.1.2.1 d, 4.1.2.2 a). Bytes travel as base64url without padding.</summary>
/// <param name="V">1.</param>
/// <param name="Certificate">The caller's platform certificate, DER.</param>
/// <param name="Suites">Cipher suites of sensitive fields that the caller speaks, the one it likes best first: <c>gm</c>, <c>cheaa</c>.</param>
/// <param name="Ephemeral">P-256 point, uncompressed, 65 bytes; for this login alone.</param>
/// <param name="Nonce">32 random bytes.</param>
/// <param name="Proof">HMAC-SHA256 under the AuthToken, 32 bytes.</param>
/// <param name="Signature">ECDSA by the certificate's key, r ‖ s, 64 bytes.</param>
public sealed record LoginRequest(
    [Version(1)] int V, [Bytes(64, 8 * 1024)] string Certificate, [Items(1, 4), Match(Patterns.Suite, 1, 16)] IReadOnlyList<string> Suites,
    [Bytes(65)] string Ephemeral, [Bytes(32)] string Nonce, [Bytes(32)] string Proof, [Bytes(64)] string Signature);
