using Ascs.Client.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Ascs.Client;

/// <summary>Receiving Standard Webhooks from the enterprise's own platform. It needs no folder: <see cref="AscsServices.AddAscs"/> is for those who talk to the trusted party themselves.</summary>
public static class AscsWebhooks
{
    /// <summary>Adds the receiver; beside it an <see cref="IAscsEventHandler"/>.</summary>
    public static IServiceCollection AddAscsWebhooks(this IServiceCollection services, AscsWebhookOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var intake = new WebhookIntake(options); // at the start: a secret that is none is told then
        return services.AddLogging().AddSingleton(_ => intake).AddSingleton<ReceiveWebhook>();
    }

    /// <summary>
    /// Answers webhooks at a route: signature and time are checked over the body as it came (5 minutes, HMAC-SHA256), events are handled in sequence and each once, and 204 says that all of
    /// them are. What the handler throws becomes the program's own error answer, and the platform sends again.
    /// </summary>
    public static IEndpointConventionBuilder MapAscsWebhooks(this IEndpointRouteBuilder app, string route)
    {
        ArgumentNullException.ThrowIfNull(app);
        var receive = app.ServiceProvider.GetRequiredService<ReceiveWebhook>();
        return app.MapPost(route, (RequestDelegate)receive.HandleAsync);
    }
}
