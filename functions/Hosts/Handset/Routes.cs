using Ascs.Hosts.Handset.Control;
using Ascs.Hosts.Handset.Gateway;
using Ascs.Hosts.Handset.Store;

namespace Ascs.Hosts.Handset;

/// <summary>Every address of the handset.</summary>
internal static class Routes
{
    internal static WebApplication Map(WebApplication app)
    {
        _ = app.Services.GetRequiredService<HandsetStore>(); // resolved once, so that disposing the application closes it
        var at = app.Services;
        app.Use(Edge.Guard);

        Post(app, "/gateway/v1/submit", at.GetRequiredService<Submit>().Handle);
        Post(app, "/gateway/v1/pull", at.GetRequiredService<Pull>().Handle);
        Post(app, "/gateway/v1/audit", at.GetRequiredService<Audit>().Handle);

        Post(app, "/control/v1/knobs", at.GetRequiredService<TurnKnobs>().Handle);
        Post(app, "/control/v1/phones", at.GetRequiredService<RegisterPhones>().Handle);
        Post(app, "/control/v1/inbox", at.GetRequiredService<Inbox>().Handle);
        Post(app, "/control/v1/replies", at.GetRequiredService<SendReply>().Handle);

        Pages.PageRoutes.Map(app);
        app.MapGet("/health", () => TypedResults.Json(new HealthAnswer("ok"), Wire.Default.HealthAnswer));
        return app;
    }

    private static void Post(WebApplication app, string route, Func<HttpContext, Task<IResult>> handle) =>
        app.MapPost(route, async http => await (await handle(http)).ExecuteAsync(http));
}
