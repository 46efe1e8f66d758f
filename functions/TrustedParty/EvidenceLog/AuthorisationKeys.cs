using System.Security.Cryptography;
using Ascs.Contracts;
using Ascs.Gm;
using Ascs.Storage;

namespace Ascs.TrustedParty.EvidenceLog;

/// <summary>Keys in the key store, and the ones used last in memory.</summary>
internal sealed class AuthorisationKeys(KeyStore store, IAuthorisationKeyWrap wrap) : IAuthorisationKeys
{
    private const int Cached = 50_000; // 5 MB or so
    private readonly BoundedCache<AuthorisationId, byte[]> cache = new(Cached);

    /// <inheritdoc/>
    public async Task<byte[]> GetOrCreateAsync(AuthorisationId authorisation, CancellationToken cancellationToken)
    {
        if (await FindAsync(authorisation, cancellationToken) is { } key)
            return key;
        key = RandomNumberGenerator.GetBytes(Sm4Gcm.KeyLength);
        var create = AuthorisationKeyDocument.Schema.Create(AuthorisationKeyDocument.Id, new(wrap.Wrap(authorisation, key)));
        if (await store.Documents.TryCommitAsync(Containers.Keys, authorisation.ToString(), create, cancellationToken) is null)
            return await FindAsync(authorisation, cancellationToken) ?? throw new StoreUnavailableException("an authorisation key came and went");
        cache.Put(authorisation, key);
        return key;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<AuthorisationId, byte[]>> ReadManyAsync(
        IReadOnlyCollection<AuthorisationId> authorisations, CancellationToken cancellationToken)
    {
        var keys = new Dictionary<AuthorisationId, byte[]>(authorisations.Count);
        foreach (var authorisation in authorisations)
        {
            if (cache.TryGet(authorisation, out var key))
                keys[authorisation] = key;
        }

        foreach (var chunk in authorisations.Where(a => !keys.ContainsKey(a)).Distinct().Chunk(StoreLimits.MaxKeysPerRead))
        {
            foreach (var (authorisation, key) in await LoadAsync(chunk, cancellationToken))
                keys[authorisation] = key;
        }

        return keys;
    }

    private async Task<byte[]?> FindAsync(AuthorisationId authorisation, CancellationToken ct) =>
        (await ReadManyAsync([authorisation], ct)).GetValueOrDefault(authorisation);

    private async Task<IEnumerable<(AuthorisationId Authorisation, byte[] Key)>> LoadAsync(AuthorisationId[] authorisations, CancellationToken ct)
    {
        DocumentKey[] wanted = [.. authorisations.Select(a => new DocumentKey(a.ToString(), AuthorisationKeyDocument.Id))];
        var stored = await store.Documents.ReadManyAsync(Containers.Keys, wanted, AuthorisationKeyDocument.Schema, ct);
        return stored.Select(Open).ToList();
    }

    private (AuthorisationId Authorisation, byte[] Key) Open(Stored<AuthorisationKeyDocument> stored)
    {
        var authorisation = AuthorisationId.Parse(stored.Key.Partition);
        var key = wrap.Unwrap(authorisation, stored.Value.Wrapped);
        cache.Put(authorisation, key);
        return (authorisation, key);
    }
}
