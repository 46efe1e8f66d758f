using System.Globalization;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Ascs.Trust.Signing;

/// <summary>HTTP messages of the framework as a signature sees them; both sides get the same text for the same message.</summary>
public static class HttpMessages
{
    /// <summary>An inbound request. The target URI is that of the caller: scheme, host and port of this listener, path and query as sent.</summary>
    /// <param name="request">The request.</param>
    /// <param name="origin">Public origin, e.g. <c>https://tp.example</c>, when a front end changes scheme or host; else null.</param>
    public static RequestMessage ToMessage(this HttpRequest request, string? origin = null)
    {
        // RawTarget, not Path: what is decoded and encoded again may differ from what was signed.
        var target = request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget;
        if (string.IsNullOrEmpty(target)) target = $"{request.PathBase}{request.Path}{request.QueryString}";
        return new RequestMessage(request.Method, (origin ?? Origin(request)) + target, name => request.Headers[name]);
    }

    /// <summary>An outbound request with an absolute URI.</summary>
    public static RequestMessage ToMessage(this HttpRequestMessage request) => new(
        request.Method.Method,
        request.RequestUri!.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped), // without a default port and without a fragment
        name => Lines(name, request.Headers, request.Content?.Headers));

    /// <summary>An outbound answer, its fields set and not yet sent.</summary>
    public static AnswerMessage ToMessage(this HttpResponse answer, RequestMessage request) => new(answer.StatusCode, name => answer.Headers[name], request);

    /// <summary>An answer received to <paramref name="request"/>.</summary>
    public static AnswerMessage ToMessage(this HttpResponseMessage answer, RequestMessage request) =>
        new((int)answer.StatusCode, name => Lines(name, answer.Headers, answer.Content.Headers), request);

    // RFC 9421 2.2.3 and RFC 9110 4.2.3: host in lower case, no default port. Nothing here can throw on a strange Host.
    private static string Origin(HttpRequest request)
    {
        var (host, port) = (request.Host.Host.ToLowerInvariant(), request.Host.Port);
        var isDefault = port is null || port == (request.IsHttps ? 443 : 80);
        return string.Create(CultureInfo.InvariantCulture, $"{request.Scheme}://{host}{(isDefault ? "" : $":{port}")}");
    }

    private static StringValues Lines(string name, HttpHeaders headers, HttpHeaders? content)
    {
        if (headers.NonValidated.TryGetValues(name, out var values)) return values.ToArray();
        return content is not null && content.NonValidated.TryGetValues(name, out values) ? values.ToArray() : StringValues.Empty;
    }
}
