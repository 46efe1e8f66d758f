using Ascs.Contracts;
using Ascs.Operator.Deliveries;
using Ascs.Operator.Replies;
using Ascs.Storage;
using Ascs.Trust.Journal;
using Microsoft.Extensions.Logging;

namespace Ascs.Operator.Gateway;

/// <summary>
/// Takes receipts and replies over. The cursor moves behind receipts, whose repetition leads nowhere, and in the same commit as each reply, whose repetition would
/// be told twice: a crash repeats the pull and loses nothing. A receipt that comes before the answer of its hand-over finds its order all the same: orders are open
/// before they are handed over.
/// </summary>
internal sealed class PullGateway(
    IDocumentStore store, ISmsGateway gateway, OpenChunks chunks, DeliveryJournal journal, TakeReply replies, TimeProvider time, ILogger<PullGateway> log)
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Pulls until cancelled.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var cursor = await CursorAsync(ct);
        while (!ct.IsCancellationRequested)
        {
            if (await gateway.PullAsync(cursor, Wait, ct) is not { } news)
            {
                await Task.Delay(Pause, time, ct);
                continue;
            }

            if (news.Missed > 0) log.Warn($"the gateway no longer had {news.Missed} events: their messages end without receipt");
            if (news.Next != cursor) cursor = await TakeAsync(news, ct);
        }
    }

    /// <summary>Where to begin.</summary>
    public async Task<long> CursorAsync(CancellationToken ct) =>
        (await store.ReadAsync(Containers.Work, DeliveryPlaces.Key(DeliveryPlaces.Cursor), Reports.ReportHead.CursorSchema, ct))?.Value ?? 0;

    /// <summary>Takes news over; durable when it returns the new cursor.</summary>
    public async Task<long> TakeAsync(GatewayNews news, CancellationToken ct)
    {
        var steps = new List<(OpenOrder Order, OrderStep Step)>(news.Receipts.Count);
        foreach (var receipt in news.Receipts)
            if (chunks.Find(receipt.Order) is { } order)
                steps.Add((order, receipt.Delivered ? new(OrderState.Delivered, receipt.At) : new(OrderState.Failed, receipt.At, SendReason.NotDelivered)));
        var parts = steps.GroupBy(s => s.Order.Chunk).Chunk(JournalEntry.MaxChunks)
            .Select(groups => new JournalEntry([.. groups.SelectMany(g => g)])).ToList();
        foreach (var reply in news.Replies) parts.AddRange(EntriesOf(await ItemsAsync(reply, ct), reply.Seq));
        parts.Add(new([], [], news.Next)); // last: what came before it is durable by then, or in the same commit
        await Task.WhenAll(parts.Select(p => journal.AppendAsync(p, ct)));
        return news.Next;
    }

    // Told and passed in one commit. Of an opt-out that ends more than an entry holds a crash may repeat the first entries: those authorisations are ended already.
    private static IEnumerable<JournalEntry> EntriesOf(IReadOnlyList<OutcomeItem> items, long seq)
    {
        OutcomeItem[][] parts = items.Count == 0 ? [[]] : [.. items.Chunk(JournalEntry.MaxItems)];
        return parts.Select((part, i) => new JournalEntry([], part, i == parts.Length - 1 ? seq : null));
    }

    // A bug that one reply meets must not stop the receipts and opt-outs of everybody behind it.
    private async Task<IReadOnlyList<OutcomeItem>> ItemsAsync(GatewayReply reply, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                return await replies.RunAsync(reply, ct);
            }
            catch (StoreUnavailableException)
            {
                await Task.Delay(Pause, time, ct); // an opt-out is never given up
            }
            catch (Exception fault) when (!ct.IsCancellationRequested)
            {
                log.Fault(fault, $"the reply before event {reply.Seq} of the gateway could not be taken and is passed over");
                return [];
            }
        }
    }
}
