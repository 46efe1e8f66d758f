using Ascs.Contracts;
using Ascs.Evidence.Leaves;
using Ascs.Storage;
using Ascs.TrustedParty.EvidenceLog;

namespace Ascs.TrustedParty.Evidence;

/// <summary>The kept leaves of authorisations: container Ciphertext, partition = the authorisation, id = `leaf-` and a name unique within it.</summary>
internal sealed class LeafArchive(IDocumentStore store, IAuthorisationKeys keys, TimeProvider time)
{
    private const string Prefix = "leaf-";

    /// <summary>The id of a kept leaf.</summary>
    public static string IdOf(string name) => Prefix + name;

    /// <summary>Keeps a leaf of these facts; when one of this name is kept already, that one.</summary>
    public async Task<KeptLeaf> KeepAsync(AuthorisationId authorisation, string name, LeafFacts facts, CancellationToken ct)
    {
        var key = await keys.GetOrCreateAsync(authorisation, ct);
        using var leafKey = new LeafKey(key);
        var leaf = KeptLeaf.Build(facts, name, time.GetUtcNow(), leafKey);
        var (create, _) = SealedDocuments.Seal(key, authorisation, IdOf(name), leaf, EvidenceJson.Default.KeptLeaf);
        if (await store.TryCommitAsync(Containers.Ciphertext, authorisation.ToString(), create, ct) is not null)
            return leaf;
        var kept = await store.ReadAsync(Containers.Ciphertext, new(authorisation.ToString(), IdOf(name)), ct)
            ?? throw new StoreUnavailableException("a kept leaf came and went");
        return SealedDocuments.Open(key, kept, EvidenceJson.Default.KeptLeaf);
    }

    /// <summary>All kept leaves of an authorisation by name; none when its key is destroyed.</summary>
    public async Task<IReadOnlyDictionary<string, KeptLeaf>> ReadAsync(AuthorisationId authorisation, CancellationToken ct)
    {
        var found = await keys.ReadManyAsync([authorisation], ct);
        var kept = new Dictionary<string, KeptLeaf>(StringComparer.Ordinal);
        if (!found.TryGetValue(authorisation, out var key))
            return kept;
        var page = await store.RangeAsync(Containers.Ciphertext, authorisation.ToString(), Prefix, IdRange.EndOf(Prefix), StoreLimits.MaxPageItems, ct);
        foreach (var document in page.Items)
            kept[document.Key.Id[Prefix.Length..]] = SealedDocuments.Open(key, document, EvidenceJson.Default.KeptLeaf);
        return kept;
    }
}
