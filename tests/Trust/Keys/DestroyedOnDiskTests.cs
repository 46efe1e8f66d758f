using System.Text;
using Ascs.Storage;
using Ascs.Storage.Sqlite;
using Ascs.Trust.Keys;
using Ascs.Trust.Tests.Certificates;

namespace Ascs.Trust.Tests.Keys;

/// <summary>On a real file: a destroyed key's wrapped bytes, and those wrapped under a former key-encryption key, are in no file any more.</summary>
public sealed class DestroyedOnDiskTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task nothing_of_a_destroyed_key_is_left_in_the_store_s_files()
    {
        LocalKeyWrapper.Create(_folder.File("platform.kek"), Issued.Now);
        using var wrapper = LocalKeyWrapper.Open(_folder.File("platform.kek"));
        await using var store = SqliteDocumentStore.Open(new SqliteStoreOptions(_folder.File("keys/keys.db"), Containers.KeyStore));
        using var ring = await KeyRing.OpenAsync(store, store, wrapper, Ct);
        await ring.EnsureAsync(KeyNames.Author, KeyAlgorithm.Sm2, Issued.Now, Ct);
        await ring.RotateAsync(KeyNames.Author, Issued.Now, Ct);
        var (destroyed, kept) = (await WrappedAsync(store, 1), await WrappedAsync(store, 2));
        Assert.True(IsInFiles(destroyed), "the search finds a key that is there");
        await ring.DestroyAsync(KeyNames.Author, 1, Issued.Now, Ct);
        Assert.False(IsInFiles(destroyed));
        Assert.True(IsInFiles(kept));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<byte[]> WrappedAsync(SqliteDocumentStore store, int version)
    {
        var document = await store.ReadAsync(Containers.Keys, new DocumentKey(KeyDocument.Partition, KeyDocument.IdOf(KeyNames.Author, version)), KeyDocument.Schema, Ct);
        // A part in the middle that has no character which JSON would escape.
        return Encoding.ASCII.GetBytes(Convert.ToBase64String(document!.Value.Wrapped!).Split('+', '/', '=').MaxBy(part => part.Length)!);
    }

    private bool IsInFiles(byte[] wanted) => System.IO.Directory.GetFiles(_folder.File("keys")).Where(path => !path.EndsWith(".lock", StringComparison.Ordinal)).Any(path =>
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.GetBuffer().AsSpan(0, (int)content.Length).IndexOf(wanted) >= 0;
    });
}
