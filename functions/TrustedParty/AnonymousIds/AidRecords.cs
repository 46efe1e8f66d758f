using Ascs.Contracts;
using Ascs.Storage;

namespace Ascs.TrustedParty.AnonymousIds;

/// <summary>The AID table over the document store.</summary>
internal sealed class AidRecords(IDocumentStore store) : IAidRecords
{
    private const int MostTries = 50;

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<Aid, AidRecord>> ReadManyAsync(
        EnterpriseId enterprise, IReadOnlyCollection<Aid> aids, CancellationToken cancellationToken) =>
        (await ReadManyAsync([.. aids.Select(aid => new OwnedAid(enterprise, aid))], cancellationToken)).ToDictionary(record => record.Aid);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AidRecord>> ReadManyAsync(IReadOnlyCollection<OwnedAid> aids, CancellationToken cancellationToken)
    {
        var records = new List<AidRecord>();
        foreach (var chunk in aids.Distinct().Chunk(StoreLimits.MaxKeysPerRead))
        {
            DocumentKey[] keys = [.. chunk.Select(AidDocuments.Key)];
            records.AddRange((await store.ReadManyAsync(Containers.Heads, keys, AidDocuments.Record, cancellationToken)).Select(stored => stored.Value));
        }

        return records;
    }

    /// <inheritdoc/>
    public async Task<AidRecord?> FindByAuthorisationAsync(AuthorisationId authorisation, CancellationToken cancellationToken)
    {
        if (await store.ReadAsync(Containers.Heads, AidDocuments.Key(authorisation), AidDocuments.PointerSchema, cancellationToken) is not { } pointer)
            return null;
        return (await store.ReadAsync(Containers.Heads, AidDocuments.Key(pointer.Value), AidDocuments.Record, cancellationToken))?.Value;
    }

    /// <inheritdoc/>
    public async Task<AidRecord?> ChangeAsync(OwnedAid aid, Func<AidRecord, AidRecord> change, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await store.ReadAsync(Containers.Heads, AidDocuments.Key(aid), AidDocuments.Record, cancellationToken) is not { } stored)
                return null;
            var changed = change(stored.Value);
            if (ReferenceEquals(changed, stored.Value))
                return changed;
            var replace = AidDocuments.Record.Replace(AidDocuments.Id(aid.EnterpriseId), changed, stored.ETag);
            if (await store.TryCommitAsync(Containers.Heads, aid.Aid.ToString(), replace, cancellationToken) is not null)
                return changed;
        }

        throw new StoreUnavailableException("an AID changes faster than it can be written");
    }

    /// <summary>Creates a record; when the authorisation has its record already, that one as it is by now.</summary>
    /// <exception cref="InvalidOperationException">The AID is another authorisation's: it was minted without looking.</exception>
    public async Task<AidRecord> CreateOrReadAsync(AidRecord record, CancellationToken ct)
    {
        var create = AidDocuments.Record.Create(AidDocuments.Id(record.EnterpriseId), record);
        if (await store.TryCommitAsync(Containers.Heads, record.Aid.ToString(), create, ct) is not null)
            return record;
        var there = (await ReadManyAsync([record.Owned], ct)).SingleOrDefault();
        return there?.AuthorisationId == record.AuthorisationId ? there : throw new InvalidOperationException("An AID was minted twice.");
    }

    /// <summary>Leads from the authorisation to its AID. Converges when repeated.</summary>
    public async Task PointAsync(AuthorisationId authorisation, OwnedAid aid, CancellationToken ct)
    {
        var create = AidDocuments.PointerSchema.Create(AidDocuments.Pointer, aid);
        await store.TryCommitAsync(Containers.Heads, authorisation.ToString(), create, ct); // a conflict: an earlier run of the same call
    }
}
