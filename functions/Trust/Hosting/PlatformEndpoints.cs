using System.Diagnostics;
using Ascs.Contracts;
using Ascs.Trust.Audit;
using Ascs.Trust.Gate;
using Ascs.Trust.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Ascs.Trust.Hosting;

/// <summary>Routes of the platform listener.</summary>
public static class PlatformEndpoints
{
    /// <summary>Maps each endpoint to the gate, on the platform listener only; anywhere else, and for any other route, there is no such route.</summary>
    /// <exception cref="InvalidOperationException">An endpoint is bound twice, or its handler is not in the container: a fault of the host.</exception>
    public static void MapPlatformEndpoints(this IEndpointRouteBuilder app, EndpointTable table)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(table);
        var adapter = app.ServiceProvider.GetRequiredService<PlatformAdapter>();
        var known = app.ServiceProvider.GetRequiredService<IServiceProviderIsService>();
        foreach (var bound in SessionTable.Endpoints.Concat(table.Endpoints))
        {
            if (!known.IsService(bound.HandlerType)) throw new InvalidOperationException($"{bound.HandlerType} answers {bound.Endpoint.Name} but is not in the container.");
            // Every method: the gate says which one it takes.
            app.Map(bound.Endpoint.Route, context => context.Listener() == Hosting.Listener.Platform ? adapter.AnswerAsync(bound, context) : NoRoute(context));
        }

        app.MapFallback("{*path}", context => context.Listener() == Hosting.Listener.Platform ? NoRoute(context) : NoPage(context));
    }

    private static async Task NoPage(HttpContext context)
    {
        using var trace = Trace.Continue(default);
        PageSecurity.Apply(context);
        context.RequestServices.GetRequiredService<AuditedCalls>().Page(null, ProblemCodes.RouteUnknown.Status);
        await ErrorPage.Of(ProblemCodes.RouteUnknown, Activity.Current!.TraceId.ToHexString()).ExecuteAsync(context);
    }

    /// <summary>404 ROUTE_UNKNOWN.</summary>
    internal static async Task NoRoute(HttpContext context)
    {
        using var trace = Trace.Continue(context.Request.Headers.TraceParent);
        Record(context);
        await PlainProblem.WriteAsync(context, ProblemCodes.RouteUnknown);
    }

    // On the public listener it is one more page that isn't there: anybody can ask for those, so they are counted.
    private static void Record(HttpContext context)
    {
        var calls = context.RequestServices.GetRequiredService<AuditedCalls>();
        if (context.Listener() == Hosting.Listener.Public) calls.Page(null, ProblemCodes.RouteUnknown.Status);
        else calls.BeforeGate(ProvedCertificate.Of(context.Connection.ClientCertificate), null, ProblemCodes.RouteUnknown, Activity.Current!.TraceId.ToHexString());
    }
}
