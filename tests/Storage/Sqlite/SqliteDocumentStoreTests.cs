using Ascs.Storage.Sqlite;

namespace Ascs.Storage.Tests.Sqlite;

public sealed class SqliteDocumentStoreTests : DurableStoreConformance
{
    private readonly TemporaryFolder _folder = new();
    private SqliteDocumentStore? _open;

    protected override ValueTask<IDocumentStore> OpenAsync(TimeProvider time)
    {
        _open = SqliteDocumentStore.Open(new(_folder.File("store.db"), [.. Containers.Main, .. Containers.KeyStore]) { Time = time });
        return new(_open);
    }

    protected override async ValueTask<IDocumentStore> ReopenAsync()
    {
        await _open!.DisposeAsync();
        return await OpenAsync(Time);
    }

    protected override async ValueTask CloseAsync(IDocumentStore store)
    {
        await _open!.DisposeAsync();
        _folder.Dispose();
    }
}
