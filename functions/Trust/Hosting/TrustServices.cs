using Ascs.Trust.Audit;
using Ascs.Trust.Audit.Alerts;
using Ascs.Trust.Calls;
using Ascs.Trust.Gate;
using Ascs.Trust.Idempotency;
using Ascs.Trust.Keys;
using Ascs.Trust.Limits;
using Ascs.Trust.Replay;
using Ascs.Trust.Sessions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Ascs.Trust.Hosting;

/// <summary>Puts Trust into a platform's container.</summary>
public static class TrustServices
{
    /// <summary>Adds the gate, the signed caller, and everything in the options under its own type.</summary>
    public static IServiceCollection AddTrust(this IServiceCollection services, TrustOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.TryAddSingleton(options.Time);
        services.TryAddSingleton(options.Store);
        services.AddSingleton(options.Directory);
        services.AddSingleton(options.PublicKeys);
        services.AddSingleton(options.Secrets);
        services.AddSingleton(options.Author);
        if (options.PublishedKeys is { } keys) services.AddSingleton(keys);
        services.AddSingleton<IDocumentSigner, DocumentSigner>();
        return services.AddAudit(options).AddGate(options).AddCaller(options);
    }

    /// <summary>Adds the background work that keeps the book of public keys up to date. After <see cref="AddTrust"/>, for platforms that listen.</summary>
    public static IServiceCollection AddKeyFetching(this IServiceCollection services, PublicKeyBook book) => services
        .AddSingleton(book).AddSingleton<IStatedKeys, StatedKeys>().AddSingleton<FetchKeys>()
        .AddSingleton<IHealthPart>(container => container.GetRequiredService<FetchKeys>())
        .AddHostedService(container => container.GetRequiredService<FetchKeys>());

    private static IServiceCollection AddAudit(this IServiceCollection services, TrustOptions options)
    {
        services.AddSingleton(container => new AlertWatch(options.Alerts, container.GetRequiredService<ILogger<AlertWatch>>()));
        services.AddSingleton(container => OpenTrail(container, options)).AddSingleton<IAuditTrail>(container => container.GetRequiredService<AuditTrail>());
        services.AddSingleton<IHealthPart, AuditHealth>().AddSingleton<AuditedCalls>().AddHostedService<AuditLifetime>();
        if (options.AlertAddress is not { } address) return services;
        return services.AddSingleton(address).AddSingleton<SendAlerts>()
            .AddSingleton<IHealthPart>(container => container.GetRequiredService<SendAlerts>()).AddHostedService(container => container.GetRequiredService<SendAlerts>());
    }

    private static AuditTrail OpenTrail(IServiceProvider container, TrustOptions options)
    {
        var trail = new AuditTrail(
            options.Store, options.Author, options.Directory.Self.PlatId, options.AuditTerm, options.AuditWitness, options.Time,
            container.GetRequiredService<ILogger<AuditTrail>>());
        trail.ShowTo(container.GetRequiredService<AlertWatch>());
        return trail;
    }

    private static IServiceCollection AddGate(this IServiceCollection services, TrustOptions options)
    {
        var limiter = new Limiter(options.Limits, options.Time);
        var sessions = new SessionStore(options.Store, options.Sessions, options.Time);
        var parts = new GateParts(
            options.Directory, options.Secrets, sessions, options.PublicKeys, new ReplayMemory(options.Store),
            new IdempotencyTable(options.Store, options.AnswerSeal, options.Time, options.AloneOnStore), limiter);
        services.AddSingleton(container => new PlatformGate(
            parts, new AnswerWriter(options.Time), container.GetRequiredService<AuditedCalls>(), container.GetRequiredService<ILogger<PlatformGate>>()));
        services.AddSingleton(sessions).AddSingleton(options.Sessions).AddSingleton<Exchange>().AddSingleton<Refresh>().AddSingleton<RenewDataKey>().AddSingleton<Logout>()
            .AddSingleton(container => ActivatorUtilities.CreateInstance<Login>(container, options.Own));
        return services.AddSingleton(options.Limits).AddSingleton(limiter).AddSingleton<IStartupFilter, LimitAddresses>().AddSingleton<PlatformAdapter>().AddSingleton<PageAdapter>();
    }

    private static IServiceCollection AddCaller(this IServiceCollection services, TrustOptions options) => services
        .AddSingleton<PeerClocks>().AddSingleton<IPeerClocks>(c => c.GetRequiredService<PeerClocks>())
        .AddSingleton(_ => new PeerClients(options.Own, options.Authorities, options.Directory))
        .AddSingleton<SignedCalls>().AddSingleton<CallerShelf>().AddSingleton<CallerSessions>()
        .AddSingleton(container => ActivatorUtilities.CreateInstance<SessionClient>(container, options.Own))
        .AddSingleton<IPlatformCaller, PlatformCaller>();
}
