namespace Ascs.Trust.Signing;

/// <summary>Verifies that an answer comes from the platform asked and answers this very request.</summary>
public static class AnswerVerifier
{
    /// <summary>Which key an answer claims to be signed under; null when its signature can't be read.</summary>
    internal static string? KeyIdOf(AnswerMessage answer)
    {
        SignatureParameters.Read(answer.Fields, CoveredComponents.InnerList(CoveredComponents.Of(answer)), out var signature);
        return signature?.KeyId;
    }

    /// <summary>Checks digest, form and signature.</summary>
    /// <param name="answer">The answer as received, and the request as sent, with its <c>Signature</c>.</param>
    /// <param name="body">The answer's whole body.</param>
    /// <param name="secret">The secret that signed the request.</param>
    /// <returns>The first fault, or null.</returns>
    public static SignatureFault? Verify(AnswerMessage answer, ReadOnlySpan<byte> body, PairSecret secret)
    {
        if (AnswerRules.Check(answer) is { } broken) return broken;
        if (ContentDigest.Check(answer.Fields(SignedFieldNames.ContentDigest), body) is { } digest) return digest;
        var components = CoveredComponents.Of(answer);
        if (SignatureParameters.Read(answer.Fields, CoveredComponents.InnerList(components), out var signature) is { } fault) return fault;
        if (signature!.KeyId != secret.KeyId) return SignatureFault.KeyUnknown;
        var signatureBase = SignatureBase.Of(components, answer, signature.Parameters);
        return signatureBase is not null && secret.Verify(signatureBase, signature.Value) ? null : SignatureFault.SignatureWrong;
    }
}
