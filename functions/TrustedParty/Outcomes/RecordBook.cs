using Ascs.Contracts;
using Ascs.Storage;
using Ascs.TrustedParty.Dispatches;
using Ascs.TrustedParty.Workflow;

namespace Ascs.TrustedParty.Outcomes;

/// <summary>Records of communication in the document store.</summary>
internal sealed class RecordBook(IDocumentStore store, DispatchOptions options)
{
    /// <summary>Stores the records of the open round; again replaces them by the same facts.</summary>
    public Task WriteAsync(SendState state, IReadOnlyList<OutcomeLeaf> leaves, CancellationToken ct)
    {
        var reports = leaves.Select(l => state.Lines[l.Recipient].Told!.Report).OfType<int>().Distinct().Select(place => state.Reports[place]);
        var records = new CommunicationRecords(
            [.. reports], [.. leaves.Select(l => new CommunicationRecord(l.Recipient, Digest.From(l.Leaf.Hash.ToArray()), l.Sealed))]);
        var write = OutcomesDocuments.RecordsSchema.Upsert(OutcomesDocuments.Round(state.Round), records, state.DueAt.ToTime() + options.Retention);
        return store.CommitAsync(Containers.Ciphertext, state.DispatchId.ToString(), [write], ct);
    }

    /// <summary>The records of a round, or null.</summary>
    public async Task<CommunicationRecords?> ReadAsync(DispatchId dispatch, int round, CancellationToken ct) =>
        (await store.ReadAsync(
            Containers.Ciphertext, new DocumentKey(dispatch.ToString(), OutcomesDocuments.Round(round)), OutcomesDocuments.RecordsSchema, ct))?.Value;
}
