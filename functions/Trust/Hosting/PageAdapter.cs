using System.Diagnostics;
using Ascs.Contracts;
using Ascs.Trust.Audit;
using Ascs.Trust.Journal;
using Ascs.Trust.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Ascs.Trust.Hosting;

/// <summary>Runs a page: on the public listener only, with a bound body and safe headers; a bug is a plain page with the trace id and nothing else.</summary>
internal sealed class PageAdapter(AuditedCalls calls, ILogger<PageAdapter> logger)
{
    private const int MaxFormBytes = 256 * 1024;

    public async Task RenderAsync(BoundPage bound, HttpContext context)
    {
        if (context.Listener() != Listener.Public)
        {
            await PlatformEndpoints.NoRoute(context);
            return;
        }

        using var trace = Trace.Continue(default); // a browser's trace id is nobody's we know
        PageSecurity.Apply(context);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = MaxFormBytes;
        using var span = Telemetry.Start("page", bound.Page.Name);
        try
        {
            await RunAsync(bound, context);
        }
        finally
        {
            calls.Page(bound.Page.Name, context.Response.StatusCode);
        }
    }

    private async Task RunAsync(BoundPage bound, HttpContext context)
    {
        try
        {
            var result = await FaultOfFormAsync(bound, context) is { } fault ? ErrorPage.Of(fault, TraceId()) : await bound.Render(context);
            await result.ExecuteAsync(context);
        }
        catch (BadHttpRequestException fault) when (!context.Response.HasStarted)
        {
            await ErrorPage.Of(ProblemTranslator.OfServer(fault.StatusCode), TraceId()).ExecuteAsync(context);
        }
        catch (Exception fault) when (!context.RequestAborted.IsCancellationRequested)
        {
            logger.Fault(fault, $"{bound.Page.Name} failed");
            if (context.Response.HasStarted) context.Abort();
            else await ErrorPage.Of(ProblemCodes.Internal, TraceId()).ExecuteAsync(context);
        }
    }

    // Read here, once for all pages: what is no form, or has more fields than any of ours, is the sender's fault and no bug of a page.
    private static async Task<ProblemCode?> FaultOfFormAsync(BoundPage bound, HttpContext context)
    {
        if (bound.Page.Method != "POST") return null;
        if (!context.Request.HasFormContentType) return ProblemCodes.MediaTypeUnsupported;
        try
        {
            await context.Request.ReadFormAsync(context.RequestAborted);
            return null;
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException and not BadHttpRequestException) // a part without an end is the latter
        {
            return ProblemCodes.RequestMalformed;
        }
    }

    private static string TraceId() => Activity.Current!.TraceId.ToHexString();
}
