namespace Ascs.Trust.Signing;

/// <summary>The two fields that a signature adds to a message.</summary>
/// <param name="SignatureInput">Value of <c>Signature-Input</c>.</param>
/// <param name="Signature">Value of <c>Signature</c>.</param>
public sealed record SignatureHeaders(string SignatureInput, string Signature);
