using Ascs.Hosts.Handset.Store;

namespace Ascs.Hosts.Handset.Receipts;

/// <summary>Appends to the sequence of a gateway. Sequences start at 1 and have no gaps: the head is written in the transaction of the events it counts.</summary>
internal static class Events
{
    private const string GetHead = "SELECT head FROM gateways WHERE gateway = $1";
    private const string PutHead = "UPDATE gateways SET head = $2, receipts = receipts + $3, replies = replies + $4 WHERE gateway = $1";
    private const string InsertReceipt = "INSERT INTO events (gateway, seq, ending, message_id, code, at) VALUES ($1, $2, $3, $4, $5, $6)";
    private const string InsertReply = "INSERT INTO events (gateway, seq, number, port, text, at) VALUES ($1, $2, $3, $4, $5, $6)";

    internal static long Head(this Ledger ledger, long gateway) => ledger[GetHead].Number(gateway)!.Value;

    internal static void SetHead(this Ledger ledger, long gateway, long head, int receipts, int replies) =>
        ledger[PutHead].Run(gateway, head, receipts, replies);

    internal static long AppendReceipt(this Ledger ledger, Receipt receipt, long seq)
    {
        ledger[InsertReceipt].Run(receipt.Gateway, seq, receipt.Ending, receipt.MessageId, receipt.Code, receipt.At);
        return seq;
    }

    internal static long AppendReply(this Ledger ledger, long gateway, string number, string port, string text, long at)
    {
        var seq = ledger.Head(gateway) + 1;
        ledger[InsertReply].Run(gateway, seq, number, port, text, at);
        ledger.SetHead(gateway, seq, receipts: 0, replies: 1);
        return seq;
    }
}
