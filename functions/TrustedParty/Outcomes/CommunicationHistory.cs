using Ascs.Contracts;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Dispatches;
using Ascs.TrustedParty.Evidence;
using Ascs.TrustedParty.EvidenceLog;
using Ascs.TrustedParty.Workflow;

namespace Ascs.TrustedParty.Outcomes;

/// <summary>
/// Communication evidence of an AID: the usage of its person says which dispatches, their states say which leaves, the records say what the leaves commit to. The
/// inline entries of the usage come first, then its pages from the newest on.
/// </summary>
internal sealed class CommunicationHistory(UsageBook usage, DispatchStore dispatches, RecordBook records, IAuthorisationKeys keys) : ICommunicationHistory
{
    /// <inheritdoc/>
    public async Task<OutcomePage?> ByAidAsync(AidRecord record, string? cursor, int limit, CancellationToken cancellationToken)
    {
        var newest = (await usage.ReadAsync(record.EnterpriseId, [record.Tag], cancellationToken))[record.Tag];
        var start = cursor is null ? new HistoryPlace(newest.Pages, 0) : HistoryPlace.FromCursor(cursor);
        if (start is not { } place || place.Page > newest.Pages) return null;
        var key = (await keys.ReadManyAsync([record.AuthorisationId], cancellationToken)).GetValueOrDefault(record.AuthorisationId);
        if (key is null) return new OutcomePage([], null); // destroyed: nothing of it can be read any more
        while (true)
        {
            var (messages, next) = await MessagesAsync(newest, record, place, limit, cancellationToken);
            var outcomes = await ReadAsync(messages, key, cancellationToken);
            if (outcomes.Count > 0 || next is null) return new OutcomePage([.. outcomes.OrderBy(o => o.LeafIndex)], next?.ToCursor());
            place = next.Value;
        }
    }

    private async Task<(IReadOnlyList<OrderOf> Messages, HistoryPlace? Next)> MessagesAsync(
        Usage newest, AidRecord record, HistoryPlace place, int limit, CancellationToken ct)
    {
        var entries = place.Page == newest.Pages ? newest.Entries : await usage.ReadPageAsync(record.Tag, place.Page, ct);
        var mine = entries.Where(e => newest.Authorisations[e.Authorisation] == record.AuthorisationId).Reverse().Skip(place.Skip).ToList();
        var messages = mine.Take(limit).Select(e => new OrderOf(e.DispatchId, e.Recipient)).ToList();
        if (mine.Count > limit) return (messages, place with { Skip = place.Skip + limit });
        return (messages, place.Page > 0 ? new HistoryPlace(place.Page - 1, 0) : null);
    }

    private async Task<List<OutcomeRecord>> ReadAsync(IReadOnlyList<OrderOf> messages, byte[] key, CancellationToken ct)
    {
        var outcomes = new List<OutcomeRecord>();
        var states = (await dispatches.ReadManyAsync([.. messages.Select(m => m.Dispatch)], ct)).ToDictionary(s => s.DispatchId);
        foreach (var (dispatch, recipient) in messages)
        {
            if (!states.TryGetValue(dispatch, out var state)) continue;
            var line = state.Lines[recipient];
            if (line.FormerLeaf is { } former && await OpenAsync(dispatch, recipient, line.Former, key, ct) is { } corrected) outcomes.Add(Corrected(former, dispatch, corrected));
            if (line.Leaf is >= 0 and var leaf && await OpenAsync(dispatch, recipient, line.Round, key, ct) is { } fields) outcomes.Add(Of(leaf, dispatch, line, fields));
        }

        return outcomes;
    }

    private async Task<IReadOnlyList<Ascs.Evidence.Leaves.FieldValue>?> OpenAsync(DispatchId dispatch, int recipient, int round, byte[] key, CancellationToken ct)
    {
        var line = (await records.ReadAsync(dispatch, round, ct))?.Lines.FirstOrDefault(l => l.Recipient == recipient);
        return line is null ? null : RecordSeal.Open(key, dispatch, round, recipient, line.Sealed);
    }

    private static OutcomeRecord Of(long leaf, DispatchId dispatch, SendLine line, IReadOnlyList<Ascs.Evidence.Leaves.FieldValue> fields) =>
        new(leaf, dispatch, line.Told!.Outcome, line.Told.Reason, line.Told.At, fields);

    // What a corrected leaf said is only in its own fields.
    private static OutcomeRecord Corrected(long leaf, DispatchId dispatch, IReadOnlyList<Ascs.Evidence.Leaves.FieldValue> fields)
    {
        var told = LeafWords.Read(fields);
        return new OutcomeRecord(leaf, dispatch, told.Outcome, told.Reason, told.At, fields);
    }

    private readonly record struct OrderOf(DispatchId Dispatch, int Recipient);
}
