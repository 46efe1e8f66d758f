using System.Text;
using Ascs.Contracts;
using Ascs.Storage;
using Ascs.Trust.Signing;

namespace Ascs.Trust.Idempotency;

/// <summary>
/// Acts received, shared by all instances. A document per key: created unanswered with a lease, replaced by the answer. A host that dies in between leaves
/// the lease; once it is over the next call takes the act over, and handlers converge. Kept for 24 hours past the time the act is for.
/// </summary>
/// <param name="store">Shared by all instances.</param>
/// <param name="seal">Seals the answers.</param>
/// <param name="time">The clock.</param>
/// <param name="alone">No other process works on the store: what a former one left unanswered is taken over at once.</param>
internal sealed class IdempotencyTable(IDocumentStore store, IAnswerSeal seal, TimeProvider time, bool alone)
{
    /// <summary>How long a call is taken to be at work. Longer than any handler takes; a dead host's acts wait this long.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(20);

    /// <summary>Past the later of now and the time the act is for.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private const string Print = "#fingerprint";

    private readonly string holder = Nonce.Create().Text;

    private static DocumentSchema<IdempotencyRecord> Schema => IdempotencyJson.Schema;

    /// <summary>Claims the act, or tells why not.</summary>
    /// <param name="scope">The key and within what it is unique.</param>
    /// <param name="fingerprint">The request.</param>
    /// <param name="notBefore">When the act is for, if not now.</param>
    /// <param name="cancellationToken">Stops waiting; the act may be claimed until the lease is over.</param>
    public async Task<Beginning> BeginAsync(IdempotencyScope scope, string fingerprint, UnixTime? notBefore, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var until = (notBefore is { } later && later.ToTime() > now ? later.ToTime() : now) + Kept;
        var print = SealPrint(scope.Document, fingerprint);
        var record = new IdempotencyRecord(print, (now + Lease).ToUnixTimeMilliseconds(), holder);
        // First the write, for nearly every key is new.
        if (await TryClaimAsync(scope, Schema.Create(scope.Document.Id, record, until), print, until, cancellationToken) is { } started) return started;
        if (await store.ReadAsync(Containers.Work, scope.Document, Schema, cancellationToken) is not { } found) return new Beginning.InProgress();
        if (!IsPrint(found, fingerprint)) return new Beginning.OtherRequest();
        if (Open(found) is { } answer) return new Beginning.AnsweredBefore(answer);
        if (IsHeld(found.Value, now)) return new Beginning.InProgress();
        return await TryClaimAsync(scope, Schema.Replace(scope.Document.Id, record, found.ETag, until), print, until, cancellationToken)
            ?? (Beginning)new Beginning.InProgress();
    }

    /// <summary>Keeps the answer; with none, gives the claim up. Does nothing when another host has taken the act over. Not cancelled: a claim must not hang.</summary>
    public async Task EndAsync(Claim claim, StoredAnswer? answer)
    {
        var (id, partition) = (claim.Document.Id, claim.Document.Partition);
        await store.TryCommitAsync(Containers.Work, partition, answer is null ? new Write.Delete(id, claim.ETag)
            : Schema.Replace(id, new IdempotencyRecord(
                claim.Fingerprint, 0, null, answer.Status, answer.ContentType, seal.Seal(answer.Body.Span, Place(claim.Document))), claim.ETag, claim.KeptUntil));
    }

    private async Task<Beginning.Started?> TryClaimAsync(
        IdempotencyScope scope, Write write, string fingerprint, DateTimeOffset until, CancellationToken cancellationToken) =>
        await store.TryCommitAsync(Containers.Work, scope.Document.Partition, write, cancellationToken) is { } etag
            ? new Beginning.Started(new Claim(scope.Key, scope.Document, fingerprint, etag, until)) : null;

    private bool IsHeld(IdempotencyRecord record, DateTimeOffset now) =>
        record.Status == 0 && record.LeaseUntil > now.ToUnixTimeMilliseconds() && !(alone && record.Holder != holder);

    // An answer whose seal no longer opens (its key was destroyed) is as good as none: the act is taken over, and handlers converge.
    private StoredAnswer? Open(Stored<IdempotencyRecord> found) =>
        found.Value is { Status: > 0, ContentType: { } type, Sealed: { } content } && seal.Open(content, Place(found.Key)) is { } body
            ? new StoredAnswer(found.Value.Status, type, body) : null;

    // Sealed: a request may hold a six-digit code, and whoever has the store alone could try them all against a bare hash.
    private string SealPrint(DocumentKey key, string fingerprint) => Convert.ToBase64String(seal.Seal(Encoding.ASCII.GetBytes(fingerprint), Place(key) + Print));

    // One whose key was destroyed tells nothing any more, as its answer doesn't.
    private bool IsPrint(Stored<IdempotencyRecord> found, string fingerprint) =>
        seal.Open(Convert.FromBase64String(found.Value.Fingerprint), Place(found.Key) + Print) is not { } print || Encoding.ASCII.GetString(print) == fingerprint;

    private static string Place(DocumentKey key) => $"{key.Partition}/{key.Id}";
}
