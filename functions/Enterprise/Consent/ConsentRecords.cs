using Ascs.Contracts;
using Ascs.Storage;

namespace Ascs.Enterprise.Consent;

/// <summary>Consent records, and beside each the exact request to authorise while it is under way.</summary>
internal sealed class ConsentRecords(IDocumentStore store, TimeProvider time)
{
    private const string RecordId = "record";
    private const string RequestId = "request";
    private static readonly TimeSpan KeptUnconfirmed = TimeSpan.FromHours(1);
    private static readonly TimeSpan KeptUndecided = TimeSpan.FromDays(1);
    private static readonly TimeSpan KeptAfterTerm = TimeSpan.FromDays(365);
    private static readonly DocumentSchema<ConsentRecord> Records = new("consent record", 1, ConsentJson.Default.ConsentRecord);
    private static readonly DocumentSchema<AuthoriseRequest> Requests = new("authorise request", 1, ConsentJson.Default.AuthoriseRequest);

    /// <summary>Where a showing's documents are.</summary>
    public static string PartitionOf(ConsentNonce nonce) => "consent-" + nonce;

    /// <summary>The record of a showing, or null.</summary>
    public Task<Stored<ConsentRecord>?> FindAsync(ConsentNonce nonce, CancellationToken ct) =>
        store.ReadAsync(Containers.Work, new DocumentKey(PartitionOf(nonce), RecordId), Records, ct);

    /// <summary>Keeps a new showing.</summary>
    public Task AddAsync(ConsentRecord record, CancellationToken ct) =>
        store.CommitAsync(Containers.Work, PartitionOf(record.Nonce), [Records.Create(RecordId, record, Expiry(record))], ct);

    /// <summary>Writes a change; false when another request was faster.</summary>
    public async Task<bool> ChangeAsync(Stored<ConsentRecord> read, ConsentRecord changed, CancellationToken ct) =>
        await store.TryCommitAsync(Containers.Work, read.Key.Partition, Records.Replace(RecordId, changed, read.ETag, Expiry(changed)), ct) is not null;

    /// <summary>Writes a final state and forgets the request, in one commit; false when another request was faster.</summary>
    /// <param name="read">The record as read.</param>
    /// <param name="changed">The record in its final state.</param>
    /// <param name="beside">What belongs into the same commit.</param>
    /// <param name="ct">Cancels the call.</param>
    public async Task<bool> FinishAsync(Stored<ConsentRecord> read, ConsentRecord changed, IReadOnlyList<Write> beside, CancellationToken ct)
    {
        var record = Records.Replace(RecordId, changed with { Identifiers = null }, read.ETag, Expiry(changed));
        return await store.CommitAsync(Containers.Work, read.Key.Partition, [record, new Write.Delete(RequestId), .. beside], ct) is CommitOutcome.Committed;
    }

    /// <summary>
    /// The request to authorise: the first one made is kept before it is sent, and every retry sends it again byte for byte, for encrypting
    /// anew would make another request under the same idempotency key.
    /// </summary>
    public async Task<AuthoriseRequest> KeepAsync(AuthoriseRequest request, CancellationToken ct)
    {
        var partition = PartitionOf(request.ConsentNonce);
        if (await store.TryCommitAsync(Containers.Work, partition, Requests.Create(RequestId, request, time.GetUtcNow() + KeptUndecided), ct) is not null)
            return request;
        return (await store.ReadAsync(Containers.Work, new DocumentKey(partition, RequestId), Requests, ct))?.Value ?? request;
    }

    private DateTimeOffset Expiry(ConsentRecord record) => record.Grant is { } grant ? grant.ExpiresAt.ToTime() + KeptAfterTerm
        : record.State == ConsentState.Prepared ? record.SubmittedAt.ToTime() + KeptUnconfirmed : time.GetUtcNow() + KeptUndecided;
}
