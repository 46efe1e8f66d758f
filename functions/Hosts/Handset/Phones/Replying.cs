using Ascs.Hosts.Handset.Receipts;
using Ascs.Hosts.Handset.Store;
using Ascs.Hosts.Handset.Texts;

namespace Ascs.Hosts.Handset.Phones;

/// <summary>Writes what a person types: a bubble in the thread and an event of the gateway, in one commit.</summary>
internal sealed class Replying(Writer writer, EventBell bell, TimeProvider time)
{
    private const string Append = """
        INSERT INTO messages (thread, gateway, attempt, received, at, segments, text) VALUES ($1, $2, 0, $3, $3, $4, $5)
        """;
    private const string Parties = "SELECT t.gateway, p.number, t.port FROM threads t JOIN phones p ON p.phone = t.phone WHERE t.thread = $1 AND p.phone = $2";

    /// <summary>From a number to a service number, whether or not they have met; answers with the sequence number of the event.</summary>
    internal async Task<long> Send(string gatewayName, string number, string port, string text)
    {
        var (gateway, seq) = await writer.Write(ledger =>
        {
            var gateway = ledger.GatewayNumber(gatewayName);
            return (gateway, Write(ledger, ledger.Thread(number, gateway, port), gateway, number, port, text));
        });
        bell.Ring(gateway);
        return seq;
    }

    /// <summary>In a thread of a phone; false when the phone has no such thread.</summary>
    internal async Task<bool> Send(string phoneId, long thread, string text)
    {
        var gateway = await writer.Write(ledger =>
        {
            var found = ledger[Parties].Rows(row => (Gateway: row.GetInt64(0), Number: row.GetString(1), Port: row.GetString(2)), thread, ledger.PhoneOf(phoneId));
            if (found.Count == 0) return (long?)null;
            Write(ledger, thread, found[0].Gateway, found[0].Number, found[0].Port, text);
            return found[0].Gateway;
        });
        if (gateway is { } one) bell.Ring(one);
        return gateway is not null;
    }

    private long Write(Ledger ledger, long thread, long gateway, string number, string port, string text)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        ledger[Append].Run(thread, gateway, now, Segments.Count(text), text);
        return ledger.AppendReply(gateway, number, port, text, now);
    }
}
