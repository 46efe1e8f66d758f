using Microsoft.Extensions.Hosting;

namespace Ascs.Client.Folders;

/// <summary>Makes a host's container own the opened folder before anything that works with it, so that it is closed after all of that.</summary>
internal sealed class HoldFolder : IHostedService
{
    public HoldFolder(ClientParts parts) => ArgumentNullException.ThrowIfNull(parts);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
