namespace Ascs.Contracts;

/// <summary>JSON bytes with the SM2 signature of the platform that wrote them, as carried by a form field (base64url of this record's JSON).</summary>
/// <param name="Operation">What the signature is for; part of the signed bytes.</param>
/// <param name="Content">The exact bytes, base64url.</param>
/// <param name="KeyId">Author key id.</param>
/// <param name="Signature">64 bytes, base64url.</param>
public sealed record SignedDocument(
    [Match(Patterns.Operation, 3, 64)] string Operation, [Bytes(2, 12 * 1024)] string Content, [Match(Patterns.AuthorKey, 9, 17)] string KeyId,
    [Bytes(64)] string Signature);
