namespace Ascs.Trust.Signing;

/// <summary>Signs requests: RFC 9421, label <c>ascs</c>, <c>hmac-sha256</c>.</summary>
public static class RequestSigner
{
    /// <summary>Signs a request that already carries every other field, <c>Content-Digest</c> and <c>ascs-author</c> included.</summary>
    /// <param name="request">The request to sign.</param>
    /// <param name="secret">Pair secret, or session key after login.</param>
    /// <param name="now">Goes into <c>created</c>, in whole seconds.</param>
    /// <param name="nonce">Never used twice with the same PlatID.</param>
    /// <exception cref="ArgumentException">The request would be refused at the other end: a field is missing, repeated or not ASCII.</exception>
    public static SignatureHeaders Sign(RequestMessage request, PairSecret secret, DateTimeOffset now, Nonce nonce)
    {
        if (RequestRules.Check(request, secret.KeyId, now.ToUnixTimeSeconds()) is { } fault) throw new ArgumentException($"Can't sign this request: {fault}.", nameof(request));
        var components = CoveredComponents.Of(request);
        var parameters = SignatureParameters.Write(CoveredComponents.InnerList(components), now.ToUnixTimeSeconds(), nonce, secret.KeyId);
        return SignatureParameters.Headers(parameters, secret.Sign(SignatureBase.Of(components, request, parameters)!));
    }
}
