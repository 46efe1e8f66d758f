namespace Ascs.Contracts;

/// <summary>The caller announces the certificate that follows its own. Signed by both: whoever has one key alone announces nothing.</summary>
/// <param name="V">1.</param>
/// <param name="Predecessor">Base64url of the certificate in force, DER; pinned at the receiver.</param>
/// <param name="Successor">Base64url of its successor, DER.</param>
/// <param name="PredecessorSignature">Base64url of r || s: the predecessor's key over both, see docs/trust-protocol.md.</param>
/// <param name="SuccessorSignature">Likewise by the successor's key.</param>
public sealed record SuccessorRequest(
    [Version(1)] int V, [Bytes(64, 8 * 1024)] string Predecessor, [Bytes(64, 8 * 1024)] string Successor,
    [Bytes(64)] string PredecessorSignature, [Bytes(64)] string SuccessorSignature);
