using Ascs.Contracts;
using Ascs.Evidence.Leaves;
using Ascs.Gm;
using Ascs.Storage;
using Ascs.TrustedParty.Evidence;
using Ascs.TrustedParty.EvidenceLog;
using Hash = Ascs.Evidence.Tree.Hash256;

namespace Ascs.TrustedParty.Authorisations;

/// <summary>The consent documents, each with the two leaves made from it, written together or not at all.</summary>
internal sealed class Consents(IDocumentStore store, IAuthorisationKeys keys, TimeProvider time)
{
    /// <summary>The consent of an authorisation, or null.</summary>
    public async Task<ConsentDocument?> FindAsync(AuthorisationId authorisation, CancellationToken ct)
    {
        if (!(await keys.ReadManyAsync([authorisation], ct)).TryGetValue(authorisation, out var key))
            return null;
        var document = await store.ReadAsync(Containers.Ciphertext, new(authorisation.ToString(), ConsentDocument.Id), ct);
        return document is null ? null : SealedDocuments.Open(key, document, ConsentJson.Default.ConsentDocument);
    }

    /// <summary>Writes a consent and its leaves; the consent that counts is the one written first.</summary>
    public async Task<ConsentDocument> CreateAsync(ConsentDocument consent, CancellationToken ct)
    {
        var authorisation = consent.AuthorisationId;
        var key = await keys.GetOrCreateAsync(authorisation, ct);
        var (create, ciphertext) = SealedDocuments.Seal(key, authorisation, ConsentDocument.Id, consent, ConsentJson.Default.ConsentDocument);
        var (granted, bound) = Leaves(consent, new Hash(Sm3.Hash(ciphertext)), key);
        var outcome = await store.CommitAsync(
            Containers.Ciphertext, authorisation.ToString(), [create, Keep(key, authorisation, LeafNames.Granted, granted), Keep(key, authorisation, LeafNames.Bound, bound)], ct);
        return outcome is CommitOutcome.Committed
            ? consent
            : await FindAsync(authorisation, ct) ?? throw new StoreUnavailableException("a consent came and went");
    }

    private (KeptLeaf Granted, KeptLeaf Bound) Leaves(ConsentDocument consent, Hash document, byte[] key)
    {
        using var leafKey = new LeafKey(key);
        var granted = KeptLeaf.Build(Facts(consent, document), LeafNames.Granted, time.GetUtcNow(), leafKey);
        var boundFacts = new AidBoundFacts(consent.Aid.ToString(), consent.AuthorisationId.ToString(), consent.ExpiresAt.ToTime(), granted.Leaf().Hash);
        return (granted, KeptLeaf.Build(boundFacts, LeafNames.Bound, time.GetUtcNow(), leafKey));
    }

    private static GrantedFacts Facts(ConsentDocument consent, Hash document) => new(
        consent.EnterpriseId.ToString(), consent.ServiceId.ToString(), consent.AuthorisationId.ToString(), Sm3Of(consent.Text), Sm3Of(consent.Policy),
        [.. consent.SealedIds.Select(name => new Hash(name.ToBytes()))], consent.ConsentedAt.ToTime(), consent.ExpiresAt.ToTime(),
        WireName.Of(consent.Assurance), AuthorEvidence.HashOf(consent.Author), document);

    private static Hash Sm3Of(string text) => new(Sm3.Hash(System.Text.Encoding.UTF8.GetBytes(text)));

    private static Write Keep(byte[] key, AuthorisationId authorisation, string name, KeptLeaf leaf) =>
        SealedDocuments.Seal(key, authorisation, LeafArchive.IdOf(name), leaf, EvidenceJson.Default.KeptLeaf).Create;
}
