using System.Diagnostics;
using Ascs.Contracts;
using Ascs.Trust.Audit;
using Ascs.Trust.Limits;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Ascs.Trust.Hosting;

/// <summary>
/// CHEAA-4.1.5.1 b: how often a network address asks, on both listeners. First of all, before a byte of a body is read or a route looked for. Its answers are unsigned,
/// for nobody knows yet who calls; a caller takes them as a hint to wait.
/// </summary>
internal sealed class LimitAddresses(Limiter limiter, AuditedCalls calls) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(rest => context => IsOurs(context) && Take(context).Problem is { } problem ? RefuseAsync(context, problem) : rest(context));
        next(app);
    };

    // A door that nobody marked is of the program around the platform, such as an enterprise's own shop with the client in it: that limits its visitors itself.
    private static bool IsOurs(HttpContext context) => context.Features.Get<ListenerFeature>() is not null;

    private Taken Take(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        var taken = context.Listener() == Listener.Platform ? limiter.TakeAddress(address) : limiter.TakePage(address);
        foreach (var (name, value) in LimitFields.Of([taken.Level])) context.Response.Headers.Append(name, value);
        return taken;
    }

    private async Task RefuseAsync(HttpContext context, Problem problem)
    {
        using var trace = Trace.Continue(default);
        calls.TooMany(context.Listener() == Listener.Platform ? AuditEvent.Call : AuditEvent.Page, problem.Code);
        context.Response.Headers.RetryAfter = LimitFields.Seconds(problem.RetryAfter!.Value);
        if (context.Listener() == Listener.Platform)
        {
            await PlainProblem.WriteAsync(context, problem.Code);
            return;
        }

        PageSecurity.Apply(context);
        await ErrorPage.Of(problem.Code, Activity.Current!.TraceId.ToHexString()).ExecuteAsync(context);
    }
}
