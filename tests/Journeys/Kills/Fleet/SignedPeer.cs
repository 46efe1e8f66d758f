using Ascs.Contracts;
using Ascs.Hosts.Local.Platforms;
using Ascs.Hosts.Local.Setup;
using Ascs.Storage;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;
using Ascs.Trust.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Ascs.Fleet;

/// <summary>A platform that only calls: an enterprise's back office, or somebody who authorises with an enterprise's own keys.</summary>
internal sealed class SignedPeer : IAsyncDisposable
{
    private readonly PlatformParts parts;
    private readonly ServiceProvider services;

    private SignedPeer(PlatformParts parts, ServiceProvider services, Peer called)
    {
        (this.parts, this.services, Called) = (parts, services, called);
        Caller = services.GetRequiredService<IPlatformCaller>();
    }

    /// <summary>Whom it calls.</summary>
    public Peer Called { get; }

    public IPlatformCaller Caller { get; }

    public IDocumentSigner Signer => services.GetRequiredService<IDocumentSigner>();

    public IPlatformDirectory Directory => parts.Directory;

    public IPublicKeys PublicKeys => parts.PublicKeys;

    public EnterpriseId EnterpriseId => EnterpriseId.Parse(parts.File.Id);

    public PartyFolder Folder => parts.Folder;

    /// <summary>Opens a party's folder to call the peer of this role.</summary>
    public static async Task<SignedPeer> OpenAsync(PartyFolder folder, Role called, CancellationToken ct)
    {
        var parts = await PlatformParts.OpenAsync(folder, TimeProvider.System, ct);
        var services = new ServiceCollection().AddLogging().AddSingleton<IDocumentStore>(parts.Store).AddSingleton(TimeProvider.System)
            .AddTrust(parts.ToTrustOptions(TimeProvider.System)).BuildServiceProvider();
        return new SignedPeer(parts, services, parts.Directory.Peers.Single(peer => peer.Role == called));
    }

    /// <summary>Calls; a problem is a value.</summary>
    public Task<Answer<TAnswer>> CallAsync<TRequest, TAnswer>(Endpoint<TRequest, TAnswer> endpoint, TRequest request, string? key, CancellationToken ct)
        where TRequest : class
        where TAnswer : class => Caller.CallAsync(Called, endpoint, request, key, ct);

    /// <summary>Calls until there is an answer; whoever is killed in between is restarted by somebody else.</summary>
    /// <exception cref="InvalidOperationException">A problem that another try does not mend.</exception>
    public async Task<TAnswer> InsistAsync<TRequest, TAnswer>(Endpoint<TRequest, TAnswer> endpoint, TRequest request, string? key, CancellationToken ct)
        where TRequest : class
        where TAnswer : class
    {
        while (true)
        {
            var answer = await CallAsync(endpoint, request, key, ct);
            if (answer.Value is { } value)
                return value;
            if (answer.Problem!.Code is { Status: not (503 or 429) } code && code != ProblemCodes.IdempotencyInProgress)
                throw new InvalidOperationException($"{endpoint.Name} was answered {code.Code}.");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, ct);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await parts.DisposeAsync();
    }
}
