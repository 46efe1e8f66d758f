using System.Collections.Concurrent;
using Ascs.Contracts;
using Ascs.Trust.Audit;
using Ascs.Trust.Calls;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Authorisations;

namespace Ascs.TrustedParty.Revocations;

/// <summary>
/// Withdraws. The order, each step of which converges when repeated; whatever is left undone by a crash or an operator away, <see cref="FinishRevocations"/> does:
/// <list type="number">
/// <item>the order to withdraw: durable from here on;</item>
/// <item>the records are marked: nothing new is ordered from here on;</item>
/// <item>at the same time: evidence and event; the block at the home operator;</item>
/// <item>the order is taken out when both are done.</item>
/// </list>
/// </summary>
internal sealed class Revocations(RevocationOrders orders, RecordRevocation recording, ApplyBlocks blocks, IAuditTrail trail, TimeProvider time) : IRevocations
{
    private const int AtOnce = 16;

    // protocol: an order lives 30 s at most, and an operator whose clock is further off than this gets none.
    private static readonly TimeSpan LongestOrder = TimeSpan.FromSeconds(30) + PeerClocks.Tolerance;

    /// <inheritdoc/>
    public async Task<RevokeAnswer> RevokeAsync(IReadOnlyList<AidRecord> records, RevokedBy by, string? author, CancellationToken cancellationToken)
    {
        if (records.Count == 0)
            return new RevokeAnswer(1, [], null);
        var unfinished = records.Where(record => record.RevokedLeaf is null).ToList();
        var open = await orders.AddAsync(unfinished, by, author, UnixTime.From(time.GetUtcNow()), cancellationToken);
        foreach (var record in unfinished) Record(record, by);
        return await FinishAsync(records, open, cancellationToken);
    }

    // ISC-7.6: what users do that matters. Whose withdrawal it was stands in the evidence log alone; here it is one of the service's, so that a spike of them shows.
    private void Record(AidRecord record, RevokedBy by)
    {
        if (by is RevokedBy.PersonByReply or RevokedBy.PersonOnPage or RevokedBy.PersonByContact)
            trail.Record(new AuditEntry(AuditEvent.OptedOut, AuditEntry.Person, $"{record.EnterpriseId}/{record.ServiceId}", by.ToString(), null, UnixTime.From(time.GetUtcNow())));
    }

    /// <summary>Steps 2 to 4 for the withdrawals ordered, and the block once more for those recorded before.</summary>
    public async Task<RevokeAnswer> FinishAsync(
        IReadOnlyList<AidRecord> records, IReadOnlyDictionary<Aid, RevocationOrder> open, CancellationToken ct)
    {
        var marked = await EachAsync(records, (record, token) =>
            open.TryGetValue(record.Aid, out var order) ? recording.MarkAsync(order, token) : Task.FromResult(record), ct);
        var nothingAfter = UnixTime.From(time.GetUtcNow() + LongestOrder);
        var blocking = blocks.ApplyAsync(marked.Values, ct);
        await EachAsync([.. marked.Values], (record, token) => recording.AttestAsync(record, open.GetValueOrDefault(record.Aid)?.Author, token), ct);
        var blocked = await blocking;
        await orders.RemoveAsync([.. marked.Values.Where(record => blocked.ContainsKey(record.AuthorisationId))], ct);
        var waiting = await orders.OpenAsync([.. marked.Values.Where(record => !blocked.ContainsKey(record.AuthorisationId))], ct);
        var results = records.Select(record => Result(marked[record.Aid], blocked, waiting)).ToList();
        return new RevokeAnswer(1, results, waiting.Count > 0 ? nothingAfter : null);
    }

    // Not blocked now, but no order is open either: it was blocked when it was withdrawn the first time.
    private static RevokeResult Result(AidRecord record, IReadOnlyDictionary<AuthorisationId, int> blocked, IReadOnlySet<Aid> waiting) =>
        new(record.Aid, AidState.Revoked, !waiting.Contains(record.Aid), blocked.GetValueOrDefault(record.AuthorisationId));

    private static async Task<IReadOnlyDictionary<Aid, AidRecord>> EachAsync(
        IReadOnlyList<AidRecord> records, Func<AidRecord, CancellationToken, Task<AidRecord>> act, CancellationToken ct)
    {
        var done = new ConcurrentDictionary<Aid, AidRecord>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct };
        await Parallel.ForEachAsync(records, options, async (record, token) => done[record.Aid] = await act(record, token));
        return done;
    }
}
