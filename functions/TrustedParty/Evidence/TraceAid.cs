using System.Buffers.Text;
using Ascs.Contracts;
using Ascs.Evidence.Bundles;
using Ascs.Evidence.Checkpoints;
using Ascs.Evidence.Leaves;
using Ascs.Trust.Calls;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Authorisations;
using Ascs.TrustedParty.EvidenceLog;
using Ascs.TrustedParty.Services;
using Hash = Ascs.Evidence.Tree.Hash256;

namespace Ascs.TrustedParty.Evidence;

/// <summary>
/// Everything that happened under an AID, as a timeline and as a proof bundle that anyone can check offline (ISC-6.1.1.7). The newest page tells the
/// authorisation's life; every page's bundle holds the leaves that its outcomes act on.
/// </summary>
internal sealed class TraceAid(
    IAidRecords records, LeafArchive archive, Consents consents, ICommunicationHistory history, IEvidenceLog log, LogKeys logKeys, IAuthorisationKeys keys,
    IServiceCatalogue catalogue) : IHandle<TraceRequest, TraceAnswer>
{
    private const int PageSize = 100;

    /// <inheritdoc/>
    public async Task<Answer<TraceAnswer>> HandleAsync(TraceRequest request, Call call, CancellationToken cancellationToken)
    {
        if (call.Caller.EnterpriseId != request.EnterpriseId)
            return ProblemCodes.EnterpriseForeign;
        var found = await records.ReadManyAsync(request.EnterpriseId, [request.Aid], cancellationToken);
        if (!found.TryGetValue(request.Aid, out var record))
            return ProblemCodes.AidUnknown;
        if (await history.ByAidAsync(record, request.Cursor, PageSize, cancellationToken) is not { } page)
            return ProblemCodes.CursorInvalid;
        var life = LifeOfAid.Authorisation(record, await archive.ReadAsync(record.AuthorisationId, cancellationToken));
        TracedLeaf[] leaves = [.. life.Concat(page.Records.Select(LifeOfAid.Outcome)).OrderBy(leaf => leaf.Index)];
        var told = request.Cursor is null ? leaves : leaves.Where(leaf => !life.Contains(leaf));
        var bundle = await BundleAsync(record, leaves, cancellationToken);
        TimelineEntry[] timeline = [.. told.Select(leaf => leaf.Entry).OfType<TimelineEntry>().OrderBy(entry => entry.At).ThenBy(entry => entry.LeafIndex)];
        return new TraceAnswer(1, record.Aid, timeline, Base64Url.EncodeToString(bundle), page.Cursor);
    }

    private async Task<byte[]> BundleAsync(AidRecord record, TracedLeaf[] leaves, CancellationToken ct)
    {
        var receipt = await log.ProveAsync([.. leaves.Select(leaf => leaf.Index)], ct);
        var key = (await keys.ReadManyAsync([record.AuthorisationId], ct)).GetValueOrDefault(record.AuthorisationId);
        using var leafKey = key is null ? null : new LeafKey(key); // destroyed: the leaves stay and can't be opened any more
        BundleEntry[] entries = [.. leaves.Zip(receipt.Leaves, (traced, proved) => Entry(traced, proved, leafKey))];
        var texts = BundleTexts.Of(entries, await consents.FindAsync(record.AuthorisationId, ct), record.EnterpriseId, catalogue);
        if (!SignedCheckpoint.TryParse(receipt.Checkpoint, out var checkpoint))
            throw new InvalidDataException("The log's own checkpoint can't be read.");
        return new Bundle(logKeys.Origin, logKeys.Public, checkpoint, leafKey is null ? string.Empty : record.Aid.ToString(), entries, texts).Seal(logKeys.Sm2);
    }

    private static BundleEntry Entry(TracedLeaf traced, LeafProof proved, LeafKey? key)
    {
        if (!Leaf.TryParse(Base64Url.DecodeFromChars(proved.Leaf), out var leaf))
            throw new InvalidDataException("A leaf of the log can't be read.");
        Hash[] proof = [.. proved.Proof.Select(hash => new Hash(Base64Url.DecodeFromChars(hash)))];
        return new BundleEntry(proved.Index, leaf, proof, key is null ? [] : traced.Open(leaf.Id, key));
    }
}
