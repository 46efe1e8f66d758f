namespace Ascs.Trust.Signing;

/// <summary>Signs answers over status, content type, content digest and the request's signature (RFC 9421 2.4).</summary>
public static class AnswerSigner
{
    /// <param name="answer">The answer with its <c>Content-Type</c> and <c>Content-Digest</c>, and the request with its <c>Signature</c>.</param>
    /// <param name="secret">The secret that signed the request.</param>
    /// <param name="now">Goes into <c>created</c>, in whole seconds.</param>
    /// <param name="nonce">A fresh one.</param>
    /// <exception cref="ArgumentException">The request has no signature to bind to, or a field is repeated or not ASCII.</exception>
    public static SignatureHeaders Sign(AnswerMessage answer, PairSecret secret, DateTimeOffset now, Nonce nonce)
    {
        if (AnswerRules.Check(answer) is { } fault) throw new ArgumentException($"Can't sign this answer: {fault}.", nameof(answer));
        var components = CoveredComponents.Of(answer);
        var parameters = SignatureParameters.Write(CoveredComponents.InnerList(components), now.ToUnixTimeSeconds(), nonce, secret.KeyId);
        return SignatureParameters.Headers(parameters, secret.Sign(SignatureBase.Of(components, answer, parameters)!));
    }
}
