using Ascs.Client.Calls;
using Ascs.Client.Consents;
using Ascs.Client.Events;
using Ascs.Client.Folders;
using Ascs.Client.Messages;
using Ascs.Storage;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;
using Ascs.Trust.Hosting;
using Ascs.Trust.Sealing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Ascs.Client;

/// <summary>Puts the client into a program's container.</summary>
public static class AscsServices
{
    /// <summary>
    /// Opens the platform's folder and adds <see cref="AscsClient"/> with all it needs: mutual TLS, login, keys, signatures, retries. In a program that is a host it also keeps
    /// partners' keys up to date and deletes what has expired; a short one does without.
    /// </summary>
    /// <exception cref="AscsFolderException">The folder can't be used: one sentence.</exception>
    public static IServiceCollection AddAscs(this IServiceCollection services, AscsOptions options)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(options);
        var clock = new PartnerClock(options.Time);
        var parts = ClientParts.OpenAsync(options.Folder, clock, default).GetAwaiter().GetResult(); // at the start, where nothing waits for this thread
        return services.AddLogging().AddSingleton(clock).AddSingleton<TimeProvider>(clock)
            .AddSingleton(_ => parts).AddHostedService<HoldFolder>() // by a factory, so that the container closes it in the end
            .AddSingleton<IDocumentStore>(parts.Store).AddSingleton(parts.Keys).AddTrust(parts.ToTrustOptions(clock)).AddKeyFetching(parts.PublicKeys)
            .AddSingleton<IReadOnlyList<IStoreMaintenance>>([parts.Store, parts.KeyStore]).AddPeriodicWork<PurgeExpired>()
            .AddSealing(parts).AddDesks();
    }

    private static IServiceCollection AddSealing(this IServiceCollection services, ClientParts parts) => services
        .AddSingleton(c => new IdentifierSeals(
            c.GetRequiredService<IPlatformDirectory>(), c.GetRequiredService<IPublicKeys>(), c.GetRequiredService<IDocumentSigner>(), parts.NetworkCodes))
        .AddSingleton<ConsentWriter>().AddSingleton<ContentKeys>().AddSingleton<ReplyInbox>().AddSingleton<FirstRequests>();

    private static IServiceCollection AddDesks(this IServiceCollection services) => services
        .AddSingleton<TrustedPartyCalls>().AddSingleton<ConsentReceipts>().AddSingleton<ConsentDesk>().AddSingleton<MessageDesk>().AddSingleton<EventReader>()
        .AddSingleton<MatcherPolicy, ListenerPolicy>().AddSingleton<PlatformIntake>().AddScoped<ReceiveEvents>()
        .AddSingleton(c => new AscsClient(
            c.GetRequiredService<ClientParts>(), c.GetRequiredService<TrustedPartyCalls>(), c.GetRequiredService<ConsentDesk>(), c.GetRequiredService<MessageDesk>(), 
            c.GetRequiredService<ConsentReceipts>(), c.GetRequiredService<EventReader>(), c.GetRequiredService<PartnerClock>()));
}
