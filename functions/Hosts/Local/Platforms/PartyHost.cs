using Ascs.Contracts;
using Ascs.Hosts.Local.Auditing;
using Ascs.Hosts.Local.Observing;
using Ascs.Hosts.Local.Setup;
using Ascs.Storage;
using Ascs.Trust.Audit;
using Ascs.Trust.Hosting;
using Ascs.Trust.Succession;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Ascs.Hosts.Local.Platforms;

/// <summary>One platform on Kestrel: its folder opened, its listeners bound, its party's endpoints and pages mapped.</summary>
internal sealed class PartyHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly PlatformParts parts;

    private PartyHost(WebApplication app, PlatformParts parts) => (this.app, this.parts) = (app, parts);

    /// <summary>What and where it is.</summary>
    public PartyFile File => parts.File;

    /// <summary>Its container, for the demo and the tests.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>Opens and starts a platform.</summary>
    /// <exception cref="Refusal">Port in use, folder or store unusable: one sentence.</exception>
    public static async Task<PartyHost> StartAsync(PartyFolder folder, HostSettings settings, CancellationToken ct)
    {
        var parts = await PlatformParts.OpenAsync(folder, settings.Time, ct);
        PartyHost? host = null;
        try
        {
            host = new PartyHost(Build(parts, settings), parts);
            await KeysOnRecord.BeginAsync(parts, host.Services.GetRequiredService<IAuditTrail>(), settings.Time, ct);
            foreach (var entry in parts.TakenIn)
                await host.Services.GetRequiredService<IAuditTrail>().RecordDurablyAsync(entry, ct);
            await host.app.StartAsync(ct);
            return host;
        }
        catch (Exception fault)
        {
            await (host?.AbandonAsync() ?? parts.DisposeAsync());
            if (Faults.SentenceOf(fault, parts) is { } sentence)
                throw new Refusal(sentence, fault);
            throw;
        }
    }

    /// <summary>Completes when it was asked to stop.</summary>
    /// <exception cref="Refusal">It stopped by itself for a reason outside the program: one sentence. Any other exception of its background work is a bug and leaves as it is.</exception>
    public async Task WaitAsync(CancellationToken ct)
    {
        await app.WaitForShutdownAsync(ct);
        if (Services.GetServices<IHostedService>().OfType<BackgroundService>().FirstOrDefault(work => work.ExecuteTask is { IsFaulted: true }) is not { } failed)
            return;
        var fault = failed.ExecuteTask!.Exception!.InnerException!;
        throw Faults.SentenceOf(fault, parts) is { } sentence ? new Refusal(sentence, fault) : fault;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await parts.DisposeAsync();
    }

    private async ValueTask AbandonAsync()
    {
        try
        {
            await app.StopAsync();
        }
        catch (ArgumentNullException)
        {
            // The framework's host can't be stopped when one of its services could not even be made. Then none of them runs.
        }

        await app.DisposeAsync();
        await parts.DisposeAsync();
    }

    private static WebApplication Build(PlatformParts parts, HostSettings settings)
    {
        // Whatever the machine is set to: in the framework's development environment an error answer shows the exception (CHEAA-4.1.4).
        var options = new WebApplicationOptions { Args = [], ApplicationName = "Ascs.Hosts.Local", EnvironmentName = Environments.Production };
        var builder = WebApplication.CreateSlimBuilder(options);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => Listen(kestrel, parts));
        builder.Services.AddRazorComponents();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
        builder.AddObserving(parts, settings);
        builder.Services.AddSingleton<IDocumentStore>(parts.Store).AddSingleton(parts.Keys.Ring).AddSingleton(settings.Time)
            .AddSingleton<IHealthPart>(new StoreHealth(parts.Store));
        builder.Services.AddTrust(parts.ToTrustOptions(settings.Time)).AddKeyFetching(parts.PublicKeys);
        var table = PartyModules.Add(builder.Services, parts);
        builder.Services.AddSingleton<IReadOnlyList<IStoreMaintenance>>([parts.Store, parts.Keys.Store]).AddPeriodicWork<PurgeExpired>();
        builder.Services.AddSingleton(parts).AddSingleton(parts.Folder)
            .AddPeriodicWork<WatchPeers>().AddPeriodicWork<KeepOffer>().AddPeriodicWork<KeepSuccessors>().AddPeriodicWork<TakeUpCommands>();
        builder.Services.AddSingleton(parts.Directory.Successors!).AddSingleton<TakeSuccessor>().AddPeriodicWork<RenewCertificate>();
        table.Bind<SuccessorRequest, SuccessorAnswer, TakeSuccessor>(SessionCatalogue.Certificate);
        var app = builder.Build();
        settings.Tap?.Invoke(parts.File, app);
        app.UseRouting();
        app.MapPages(table);
        app.MapPlatformEndpoints(table);
        return app;
    }

    private static void Listen(KestrelServerOptions kestrel, PlatformParts parts)
    {
        kestrel.UseTrustLimits();
        Bind(parts.File.PublicAddress!, listen => listen.UsePublicListener(parts.Own));
        Bind(parts.File.PlatformAddress!, listen => listen.UsePlatformListener(parts.Own, parts.Authorities));

        void Bind(Uri address, Action<ListenOptions> configure)
        {
            if (parts.File.Listen is { } listen)
                kestrel.Listen(listen, address.Port, configure);
            else
                kestrel.ListenLocalhost(address.Port, configure);
        }
    }
}
