using Ascs.Contracts;

namespace Ascs.Operator.Deliveries;

/// <summary>Closes chunks whose receipts did not come within the deadline; the trusted party has attested them as they stood.</summary>
internal sealed class CloseOverdue(OpenChunks chunks, DeliveryJournal journal, OperatorOptions options, TimeProvider time)
{
    public async Task RunAsync(CancellationToken ct)
    {
        var before = UnixTime.From(time.GetUtcNow() - options.ReceiptDeadline);
        var overdue = chunks.All.Where(c => c.ReceivedAt < before && !Array.Exists(c.Orders, o => o.State is OrderState.Accepted or OrderState.SubmittedUntold));
        foreach (var part in overdue.Chunk(JournalEntry.MaxChunks)) await journal.AppendAsync(new([], [], Closing: part), ct);
    }
}
