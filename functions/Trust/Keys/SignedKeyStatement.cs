namespace Ascs.Trust.Keys;

/// <summary>A key statement as it travels and as it is stored.</summary>
/// <param name="Statement">Base64url of <see cref="PublicKeyStatement.ToCanonical"/>.</param>
/// <param name="Certificate">Base64url of the owner's platform certificate, DER.</param>
/// <param name="Signature">Base64url of r || s, 64 bytes: ECDSA P-256 with SHA-256, see <see cref="KeyStatements"/>.</param>
public sealed record SignedKeyStatement(string Statement, string? Certificate = null, string? Signature = null);
