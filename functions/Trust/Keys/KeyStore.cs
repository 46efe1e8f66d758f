using System.Security.Cryptography;
using Ascs.Storage;

namespace Ascs.Trust.Keys;

/// <summary>Keys of a ring as they lie in the key store. Holds no state.</summary>
internal sealed class KeyStore(IDocumentStore store, IStoreMaintenance maintenance, IKeyWrapper wrapper)
{
    /// <summary>Writes a new version; false when it was there already, and then nothing was written.</summary>
    public async Task<(KeyRecord Record, bool IsNew)> CreateAsync(string name, int version, KeyAlgorithm algorithm, byte[] key, DateTimeOffset now, CancellationToken ct)
    {
        var bound = KeyMaterial.Bind(name, version, algorithm, key);
        var wrapped = await wrapper.WrapAsync(bound, ct);
        CryptographicOperations.ZeroMemory(bound);
        var document = new KeyDocument(
            name, version, algorithm, now.ToUnixTimeMilliseconds(), KeyMaterial.PublicKeyOf(algorithm, key), wrapped.VersionId, wrapped.Bytes.ToArray(), DestroyedAt: null);
        var etag = await store.TryCommitAsync(Containers.Keys, KeyDocument.Partition, KeyDocument.Schema.Create(document.Id, document), ct);
        return (document.ToRecord(), etag is not null);
    }

    /// <summary>Everything in the store; keys that <paramref name="known"/> has in memory are not unwrapped again.</summary>
    public async Task<RingState> LoadAsync(RingState known, CancellationToken ct)
    {
        var (records, keys) = (new Dictionary<(string, int), KeyRecord>(), new Dictionary<(string, int), RingKey>());
        await foreach (var stored in Documents(ct))
        {
            var record = stored.Value.ToRecord();
            records[(record.Name, record.Version)] = record;
            if (record.DestroyedAt is null) keys[(record.Name, record.Version)] = known.Find(record.Name, record.Version) ?? await UnwrapAsync(stored.Value, ct);
        }

        return new RingState(records, keys);
    }

    /// <summary>Empties a version and erases the old bytes from the store's files, in this order; null when there never was such a version.</summary>
    public async Task<KeyRecord?> DestroyAsync(string name, int version, DateTimeOffset now, CancellationToken ct)
    {
        if (await EmptyAsync(new DocumentKey(KeyDocument.Partition, KeyDocument.IdOf(name, version)), now, ct) is not { } emptied) return null;
        await maintenance.EraseDeletedAsync(ct); // every time: a former attempt may have ended before this line
        return emptied.ToRecord();
    }

    /// <summary>Wraps what lies under an older key-encryption key under the newest; how many.</summary>
    public async Task<int> RewrapAsync(CancellationToken ct)
    {
        var count = 0;
        await foreach (var stored in Documents(ct))
            if (stored.Value.DestroyedAt is null && await RewrapAsync(stored, ct)) count++;
        return count;
    }

    private async Task<bool> RewrapAsync(Stored<KeyDocument> stored, CancellationToken ct)
    {
        var bound = await wrapper.UnwrapAsync(WrappedOf(stored.Value), ct);
        var wrapped = await wrapper.WrapAsync(bound, ct);
        CryptographicOperations.ZeroMemory(bound);
        if (wrapped.VersionId == stored.Value.WrappedUnder) return false;
        var document = stored.Value with { WrappedUnder = wrapped.VersionId, Wrapped = wrapped.Bytes.ToArray() };
        // On a conflict someone rewrapped or destroyed it meanwhile, and either is fine.
        return await store.TryCommitAsync(Containers.Keys, KeyDocument.Partition, KeyDocument.Schema.Replace(document.Id, document, stored.ETag), ct) is not null;
    }

    private async Task<KeyDocument?> EmptyAsync(DocumentKey key, DateTimeOffset now, CancellationToken ct)
    {
        while (true)
        {
            var stored = await store.ReadAsync(Containers.Keys, key, KeyDocument.Schema, ct);
            if (stored is null || stored.Value.DestroyedAt is not null) return stored?.Value;
            var emptied = stored.Value with { WrappedUnder = null, Wrapped = null, DestroyedAt = now.ToUnixTimeMilliseconds() };
            if (await store.TryCommitAsync(Containers.Keys, key.Partition, KeyDocument.Schema.Replace(key.Id, emptied, stored.ETag), ct) is not null) return emptied;
        }
    }

    private async Task<RingKey> UnwrapAsync(KeyDocument document, CancellationToken ct)
    {
        var bound = await wrapper.UnwrapAsync(WrappedOf(document), ct);
        var key = KeyMaterial.Unbind(document.Name, document.Version, document.Algorithm, bound);
        CryptographicOperations.ZeroMemory(bound);
        if (key is null) throw new KeyUnwrapException($"What is stored as key {document.ToRecord().KeyId} is another key: the key store was tampered with.");
        try
        {
            // The public half lies beside it in clear: another one there would check what somebody else signed.
            if (!(KeyMaterial.PublicKeyOf(document.Algorithm, key) ?? []).AsSpan().SequenceEqual(document.PublicKey ?? []))
                throw new KeyUnwrapException($"The public half of key {document.ToRecord().KeyId} is not its own: the key store was tampered with.");
            return new RingKey(document.ToRecord(), key);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private static WrappedKey WrappedOf(KeyDocument document) => document is { WrappedUnder: { } under, Wrapped: { } bytes }
        ? new WrappedKey(under, bytes) : throw new KeyUnwrapException($"Key {document.ToRecord().KeyId} has no bytes in the store: the key store is damaged.");

    private IAsyncEnumerable<Stored<KeyDocument>> Documents(CancellationToken ct) =>
        store.RangeAllAsync(Containers.Keys, KeyDocument.Partition, IdRange.First, IdRange.End, KeyDocument.Schema, ct);
}
