using Ascs.Hosts.Local.Observing;
using Ascs.Hosts.Local.Setup;
using Ascs.Storage;
using Ascs.Trust.Hosting;
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
        try
        {
            var host = new PartyHost(Build(parts, settings), parts);
            await host.app.StartAsync(ct);
            return host;
        }
        catch (IOException fault) when (fault.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await parts.DisposeAsync();
            throw new Refusal($"{parts.File.Name}: a port of {parts.File.PublicAddress} or {parts.File.PlatformAddress} is in use by another program.", fault);
        }
        catch (Exception)
        {
            await parts.DisposeAsync();
            throw;
        }
    }

    /// <summary>Completes when something inside has asked to stop.</summary>
    public Task WaitAsync(CancellationToken ct) => app.WaitForShutdownAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await parts.DisposeAsync();
    }

    private static WebApplication Build(PlatformParts parts, HostSettings settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [], ApplicationName = "Ascs.Hosts.Local" });
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => Listen(kestrel, parts));
        builder.Services.AddRazorComponents();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
        builder.AddObserving(parts, settings);
        builder.Services.AddSingleton<IDocumentStore>(parts.Store).AddSingleton(parts.Keys.Ring).AddSingleton(settings.Time)
            .AddSingleton<IHealthPart>(new StoreHealth(parts.Store));
        builder.Services.AddTrust(parts.ToTrustOptions(settings.Time));
        var table = PartyModules.Add(builder.Services, parts);
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
        kestrel.ListenLocalhost(parts.File.PublicAddress!.Port, listen => listen.UsePublicListener(parts.Certificate));
        kestrel.ListenLocalhost(parts.File.PlatformAddress!.Port, listen => listen.UsePlatformListener(parts.Certificate, parts.Authorities));
    }
}
