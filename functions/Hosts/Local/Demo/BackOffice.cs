using Ascs.Contracts;
using Ascs.Hosts.Local.Platforms;
using Ascs.Hosts.Local.Setup;
using Ascs.Storage;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;
using Ascs.Trust.Hosting;

namespace Ascs.Hosts.Local.Demo;

/// <summary>An enterprise's own back office: its certificate, its pair secret, and calls to its enterprise platform through the same gate as everybody's.</summary>
internal sealed class BackOffice : IAsyncDisposable
{
    private readonly PlatformParts parts;
    private readonly ServiceProvider services;
    private readonly IdSource ids;

    private BackOffice(PlatformParts parts, ServiceProvider services)
    {
        (this.parts, this.services) = (parts, services);
        ids = new IdSource(TimeProvider.System);
        Peer = parts.Directory.Peers.Single(peer => peer.Role == Role.Enterprise);
    }

    /// <summary>The enterprise platform.</summary>
    public Peer Peer { get; }

    /// <summary>The enterprise.</summary>
    public EnterpriseId EnterpriseId => Peer.EnterpriseId!.Value;

    /// <summary>Opens the folder of a back office.</summary>
    public static async Task<BackOffice> OpenAsync(PartyFolder folder, CancellationToken ct)
    {
        var parts = await PlatformParts.OpenAsync(folder, TimeProvider.System, ct);
        var services = new ServiceCollection().AddLogging().AddSingleton<IDocumentStore>(parts.Store).AddSingleton(TimeProvider.System)
            .AddTrust(parts.ToTrustOptions(TimeProvider.System)).BuildServiceProvider();
        return new BackOffice(parts, services);
    }

    /// <summary>Calls the enterprise platform; a problem is a failed step.</summary>
    public async Task<TAnswer> CallAsync<TRequest, TAnswer>(Endpoint<TRequest, TAnswer> endpoint, TRequest request, CancellationToken ct)
        where TRequest : class
        where TAnswer : class
    {
        var caller = services.GetRequiredService<IPlatformCaller>();
        var answer = await caller.CallAsync(Peer, endpoint, request, endpoint.Idempotent ? "demo-" + ids.Next() : null, ct);
        return answer.Value ?? throw new DemoFailure($"{endpoint.Name} was answered {answer.Problem!.Code.Code}.");
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await parts.DisposeAsync();
    }
}
