using Ascs.Client.Events;
using Ascs.Client.Folders;
using Ascs.Contracts;
using Ascs.Trust.Certificates;
using Ascs.Trust.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Ascs.Client;

/// <summary>Receiving events from the trusted party, for a program that listens.</summary>
public static class AscsEndpoints
{
    /// <summary>Handles events by this type; a new one for each delivery. For <see cref="MapAscsEvents"/> and for webhooks.</summary>
    public static IServiceCollection AddAscsEventHandler<THandler>(this IServiceCollection services)
        where THandler : class, IAscsEventHandler => services.AddScoped<IAscsEventHandler, THandler>();

    /// <summary>
    /// Makes a listener the platform's own: at the address that the platform stated at pairing, with client certificates of paired platforms only. On it nothing but the platform's
    /// endpoints is answered.
    /// </summary>
    public static void UseAscs(this ListenOptions listen)
    {
        ArgumentNullException.ThrowIfNull(listen);
        var parts = listen.ApplicationServices.GetRequiredService<ClientParts>();
        listen.UsePlatformListener(new OwnCertificate(parts.Certificate), parts.Authorities);
    }

    /// <summary>Answers `events/deliver` behind the gate: mutual TLS, signature, replay protection, idempotency.</summary>
    public static void MapAscsEvents(this IEndpointRouteBuilder app) =>
        app.MapGroup("").WithMetadata(ListenerPolicy.Mark).MapPlatformEndpoints(new EndpointTable().Bind<EventBatch, EventReceipt, ReceiveEvents>(EnterpriseCatalogue.DeliverEvents));
}
