namespace Ascs.Trust.Signing;

/// <summary>Verifies requests in two steps, so that a gate can look up the secret and check the digest in between.</summary>
public static class RequestVerifier
{
    /// <summary>Reads the signature and checks everything that needs no secret: label, components, parameters, fields.</summary>
    /// <param name="request">The request as received.</param>
    /// <param name="signature">Key id, nonce and time when null is returned, else null.</param>
    /// <returns>The first fault, or null.</returns>
    public static SignatureFault? Read(RequestMessage request, out MessageSignature? signature)
    {
        var fault = SignatureParameters.Read(request.Fields, CoveredComponents.InnerList(CoveredComponents.Of(request)), out signature);
        fault ??= RequestRules.Check(request, signature!.KeyId, signature.Created);
        if (fault is not null) signature = null;
        return fault;
    }

    /// <summary>Checks the signature itself, in constant time. The digest is checked apart: <see cref="ContentDigest.Check"/>.</summary>
    /// <returns><see cref="SignatureFault.KeyUnknown"/>, <see cref="SignatureFault.SignatureWrong"/> or null.</returns>
    public static SignatureFault? Verify(RequestMessage request, MessageSignature signature, PairSecret secret)
    {
        if (signature.KeyId != secret.KeyId) return SignatureFault.KeyUnknown;
        var signatureBase = SignatureBase.Of(CoveredComponents.Of(request), request, signature.Parameters);
        return signatureBase is not null && secret.Verify(signatureBase, signature.Value) ? null : SignatureFault.SignatureWrong;
    }

    /// <summary>Both steps at once, for a caller with one secret at hand.</summary>
    public static SignatureFault? Verify(RequestMessage request, PairSecret secret) =>
        Read(request, out var signature) ?? Verify(request, signature!, secret);
}
