using Ascs.Storage;
using Ascs.Storage.Sqlite;
using Ascs.Trust.Keys;

namespace Ascs.Hosts.Local.Setup;

/// <summary>A party's key store and the ring in it.</summary>
internal sealed record OpenKeys(SqliteDocumentStore Store, LocalKeyWrapper Wrapper, KeyRing Ring) : IAsyncDisposable
{
    /// <summary>Opens them.</summary>
    /// <exception cref="StoreOpenException">The store can't be opened: one sentence.</exception>
    /// <exception cref="KeyFileException">The key-encryption key can't be read: one sentence.</exception>
    public static async Task<OpenKeys> OpenAsync(PartyFolder folder, TimeProvider time, CancellationToken ct)
    {
        var wrapper = LocalKeyWrapper.Open(folder.KeyEncryptionKey);
        var store = SqliteDocumentStore.Open(new SqliteStoreOptions(folder.KeyStore, Containers.KeyStore) { Time = time });
        return new OpenKeys(store, wrapper, await KeyRing.OpenAsync(store, store, wrapper, ct));
    }

    public async ValueTask DisposeAsync()
    {
        Ring.Dispose();
        await Store.DisposeAsync();
        Wrapper.Dispose();
    }
}
