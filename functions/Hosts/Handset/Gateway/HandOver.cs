using Ascs.Hosts.Handset.Phones;
using Ascs.Hosts.Handset.Simulation;
using Ascs.Hosts.Handset.Store;
using Ascs.Hosts.Handset.Texts;

namespace Ascs.Hosts.Handset.Gateway;

/// <summary>Writes a batch of hand-overs: one row each, whatever their ids, with their whole fate.</summary>
internal static class HandOver
{
    private const string Attempts = "SELECT count(*) FROM messages WHERE message_id = $1 AND gateway = $2";
    private const string Append = """
        INSERT INTO messages (row, thread, gateway, message_id, attempt, ending, code, received, at, segments, text)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """;
    private const string LastRow = "SELECT max(row) FROM messages";
    private const string Owe = "INSERT INTO pending (due, item, gateway, message_id, ending, code, at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    private const string Count = "UPDATE gateways SET accepted = accepted + $2, rejected = rejected + $3 WHERE gateway = $1";

    /// <summary>Runs on the writer thread. Also says when the first receipt of the batch falls due.</summary>
    internal static (SubmitAnswer Answer, long FirstDue) Run(Ledger ledger, SubmitRequest request, Knobs knobs, long now)
    {
        var gateway = ledger.GatewayNumber(request.Gateway);
        var (results, firstDue, accepted) = (new List<SubmitResult>(request.Messages.Count), long.MaxValue, 0);
        var row = ledger[LastRow].Number() ?? 0;
        foreach (var message in request.Messages)
        {
            var (result, due) = One(ledger, ++row, gateway, request.Gateway, message, knobs, now);
            results.Add(result);
            firstDue = Math.Min(firstDue, due ?? long.MaxValue);
            if (result.Reason is null) accepted++;
        }
        ledger[Count].Run(gateway, accepted, results.Count - accepted);
        return (new SubmitAnswer(results), firstDue);
    }

    private static (SubmitResult, long? Due) One(Ledger ledger, long row, long gateway, string gatewayName, SubmitMessage message, Knobs knobs, long now)
    {
        var attempt = 1 + (int)ledger[Attempts].Number(message.MessageId, gateway)!.Value;
        var fate = message.Refusal() is { } refusal
            ? new Fate(Ending.Rejected, now, refusal, null, null)
            : Fate.Decide(knobs, gatewayName, message.MessageId, attempt, now, message.ValidUntil?.ToUnixTimeMilliseconds());
        var rejected = fate.Ending == Ending.Rejected;
        var segments = rejected ? 0 : Segments.Count(message.Text);
        // A rejected hand-over leaves its id and reason; its number and text were never taken.
        ledger[Append].Run(
            row, rejected ? null : ledger.Thread(message.To, gateway, message.From), gateway, message.MessageId, attempt,
            (int)fate.Ending, fate.Code, now, fate.At, segments, rejected ? "" : message.Text);
        if (fate.Receipt is { } due) ledger[Owe].Run(due, row * 2, gateway, message.MessageId, (int)fate.Ending, fate.Code, fate.At);
        if (fate.SecondReceipt is { } again) ledger[Owe].Run(again, (row * 2) + 1, gateway, message.MessageId, (int)fate.Ending, fate.Code, fate.At);
        return (new SubmitResult(message.MessageId, rejected ? "rejected" : "accepted", rejected ? fate.Code : null, row, attempt, segments), fate.Receipt);
    }
}
