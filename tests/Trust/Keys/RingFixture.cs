using Ascs.Storage;
using Ascs.Trust.Keys;
using Ascs.Trust.Tests.Certificates;

namespace Ascs.Trust.Tests.Keys;

/// <summary>A key store that can fail, a key-encryption key in a file, and rings over them.</summary>
internal sealed class RingFixture : IStoreMaintenance, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<IDisposable> _opened = [];

    public RingFixture()
    {
        Store = new FaultyDocumentStore(Inner);
        LocalKeyWrapper.Create(KeyFile, Issued.Now);
    }

    public InMemoryDocumentStore Inner { get; } = new(containers: Containers.KeyStore);

    public FaultyDocumentStore Store { get; }

    public string KeyFile => _folder.File("platform.kek");

    public int Erasures { get; private set; }

    public bool ErasureFails { get; set; }

    public async Task<KeyRing> OpenAsync()
    {
        var wrapper = LocalKeyWrapper.Open(KeyFile);
        var ring = await KeyRing.OpenAsync(Store, this, wrapper, TestContext.Current.CancellationToken);
        _opened.AddRange([wrapper, ring]);
        return ring;
    }

    public Task<int> PurgeExpiredAsync(DateTimeOffset now, CancellationToken ct = default) => Task.FromResult(0);

    public Task EraseDeletedAsync(CancellationToken ct = default)
    {
        if (ErasureFails) throw new StoreUnavailableException("a reader held on");
        Erasures++;
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        foreach (var opened in _opened) opened.Dispose();
        _folder.Dispose();
    }
}
