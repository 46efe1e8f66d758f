namespace Ascs.Contracts;

/// <summary>JSON bytes with the SM2 signature of the platform that wrote them, as carried by a form field (base64url of this record's JSON).</summary>
/// <param name="Operation">What the signature is for; part of the signed bytes.</param>
/// <param name="Content">The exact bytes, base64url.</param>
/// <param name="KeyId">Author key id.</param>
/// <param name="Signature">64 bytes, base64url.</param>
public sealed record SignedDocument(string Operation, string Content, string KeyId, string Signature);
