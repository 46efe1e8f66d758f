using Ascs.Hosts.Handset.Store;
using Microsoft.Data.Sqlite;

namespace Ascs.Hosts.Handset.Receipts;

/// <summary>Moves receipts that are due from <c>pending</c> to <c>events</c>, in the order in which they fell due, and drops what is older than the retention.</summary>
internal static class ReleaseDue
{
    /// <summary>Bounds a transaction and the memory it takes.</summary>
    private const int Step = 2_000;

    private const string Due = "SELECT due, item, gateway, message_id, ending, code, at FROM pending WHERE due <= $1 ORDER BY due, item LIMIT $2";
    private const string Settle = "DELETE FROM pending WHERE (due, item) <= ($1, $2)";
    private const string NextDue = "SELECT min(due) FROM pending";
    private const string TrimEvents = "DELETE FROM events WHERE gateway = $1 AND seq <= $2 AND seq <= (SELECT min(seq) FROM events WHERE gateway = $1) + $3";
    private const string TrimMessages = """
        DELETE FROM messages WHERE row <= (SELECT max(row) FROM messages) - $1 AND row <= (SELECT min(row) FROM messages) + $2
        """;

    /// <summary>Runs on the writer thread.</summary>
    /// <returns>The gateways that have news, whether more is due already, and when the next receipt falls due.</returns>
    internal static Released Run(Ledger ledger, long now, int eventsKept, int messagesKept)
    {
        var due = ledger[Due].Rows(Read, now, Step);
        var heads = new Dictionary<long, long>();
        foreach (var receipt in due)
        {
            if (!heads.TryGetValue(receipt.Gateway, out var head)) head = ledger.Head(receipt.Gateway);
            heads[receipt.Gateway] = ledger.AppendReceipt(receipt, head + 1);
        }
        if (due.Count > 0) ledger[Settle].Run(due[^1].Due, due[^1].Item);
        foreach (var (gateway, head) in heads)
        {
            ledger.SetHead(gateway, head, receipts: due.Count(r => r.Gateway == gateway), replies: 0);
            ledger[TrimEvents].Run(gateway, head - eventsKept, Step * 2);
        }
        if (due.Count > 0) ledger[TrimMessages].Run(messagesKept, Step * 2);
        return new Released([.. heads.Keys], due.Count == Step, ledger[NextDue].Number());
    }

    private static Receipt Read(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetString(3), row.GetInt32(4), row.IsDBNull(5) ? null : row.GetString(5), row.GetInt64(6));
}
