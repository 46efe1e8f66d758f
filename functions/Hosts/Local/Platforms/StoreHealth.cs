using Ascs.Storage;
using Ascs.Trust.Hosting;

namespace Ascs.Hosts.Local.Platforms;

/// <summary>The store answers a read.</summary>
internal sealed class StoreHealth(IDocumentStore store) : IHealthPart
{
    public string Name => "store";

    public async Task<bool> IsUpAsync(CancellationToken cancellationToken)
    {
        await store.ReadAsync(Containers.Heads, new DocumentKey("health", "probe"), cancellationToken);
        return true;
    }
}
