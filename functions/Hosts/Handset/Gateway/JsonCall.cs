using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Ascs.Hosts.Handset.Gateway;

/// <summary>
/// What every JSON call passes, in this order: content type, bearer secret, size and shape, the call's own rules, ownership of the gateway
/// it names. The first that fails answers.
/// </summary>
internal sealed class JsonCall(GatewaySecrets secrets)
{
    internal const int MaxBytes = 2 * 1024 * 1024;

    internal async Task<IResult> Answer<TRequest, TAnswer>(
        HttpContext http, JsonTypeInfo<TRequest> shape, JsonTypeInfo<TAnswer> answerShape,
        Func<TRequest, IEnumerable<RuleBroken>> faults, Func<TRequest, string> owner, Func<TRequest, Task<Answer<TAnswer>>> handle)
    {
        if (!IsJson(http.Request.ContentType)) return Problem.NotJson.ToResult(http);
        if (Caller(http.Request) is not { } caller) return Problem.Unauthenticated.ToResult(http);
        var (request, problem) = await Read(http, shape);
        if (request is null) return problem!.ToResult(http);
        if (faults(request).Take(100).ToList() is { Count: > 0 } broken) return Problem.Malformed(broken).ToResult(http);
        if (owner(request) != caller) return Problem.NotYours.ToResult(http);
        var answer = await handle(request);
        return answer.Problem is { } refused ? refused.ToResult(http) : TypedResults.Json(answer.Value!, answerShape);
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType == "application/json"
        && (type.CharSet is null || type.CharSet.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private string? Caller(HttpRequest request) =>
        AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header) && header is { Scheme: "Bearer", Parameter: { } secret }
            ? secrets.Owner(secret) : null;

    private static async Task<(T?, Problem?)> Read<T>(HttpContext http, JsonTypeInfo<T> shape)
    {
        try
        {
            var value = await JsonSerializer.DeserializeAsync(http.Request.Body, shape, http.RequestAborted);
            return value is null ? (default, Problem.Malformed(new RuleBroken("", "must be an object"))) : (value, null);
        }
        catch (JsonException e) { return (default, Problem.Malformed(new RuleBroken(Pointer(e.Path), "is missing, unknown, repeated or of the wrong type"))); }
        catch (BadHttpRequestException e) { return (default, e.StatusCode == 413 ? Problem.TooLarge : Problem.Malformed(new RuleBroken("", "must be complete"))); }
    }

    // "$.messages[3].to" → "/messages/3/to". Unknown members are the caller's own words and are not echoed.
    private static string Pointer(string? path) =>
        path is null or "$" || path.Contains('\'') ? "" : path[1..].Replace("[", "/", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Replace('.', '/');
}
