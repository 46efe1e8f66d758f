using Ascs.Hosts.Handset.Gateway;

namespace Ascs.Hosts.Handset;

/// <summary>What every request passes first and every answer last: loopback names only, the headers of a page without scripts, and no failure without a body.</summary>
internal static class Edge
{
    private static readonly string[] LoopbackNames = ["127.0.0.1", "localhost", "[::1]"];

    internal static async Task Guard(HttpContext http, RequestDelegate next)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers.CacheControl = "no-cache, no-store";
        headers.Pragma = "no-cache";
        // A page of some other site that rebinds its name to 127.0.0.1 still sends its own name.
        if (!LoopbackNames.Contains(http.Request.Host.Host)) { await Answer(http, Problem.ForeignHost); return; }
        try { await next(http); }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested) { return; }
        catch (Exception reason) when (!http.Response.HasStarted)
        {
            http.RequestServices.GetRequiredService<Journal>().Error("a request failed", reason);
            await Answer(http, Problem.Internal);
            return;
        }
        if (http.Response is { HasStarted: false, StatusCode: 404 or 405, ContentLength: null })
            await Answer(http, http.Response.StatusCode == 404 ? Problem.NotFound : Problem.MethodNotAllowed);
    }

    private static Task Answer(HttpContext http, Problem problem) => problem.ToResult(http).ExecuteAsync(http);
}
