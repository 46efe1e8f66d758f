using Ascs.Hosts.Handset.Gateway;
using Ascs.Hosts.Handset.Store;

namespace Ascs.Hosts.Handset.Control;

/// <summary><c>POST /control/v1/inbox</c>: the screen of one phone, for programs.</summary>
internal sealed class Inbox(JsonCall call, Readers readers, TimeProvider time)
{
    private const string Newest = """
        SELECT g.name, t.port, m.message_id, m.text, m.segments, m.at
        FROM phones p JOIN threads t ON t.phone = p.phone JOIN gateways g ON g.gateway = t.gateway JOIN messages m ON m.thread = t.thread
        WHERE p.number = $1 AND (m.ending IS NULL OR m.ending = 1) AND m.at <= $2 ORDER BY m.at DESC, m.row DESC LIMIT $3
        """;

    internal Task<IResult> Handle(HttpContext http) => call.Answer(
        http, Wire.Default.InboxRequest, Wire.Default.InboxAnswer, r => r.Faults(), _ => GatewaySecrets.Control,
        r => Task.FromResult<Answer<InboxAnswer>>(readers.Read(ledger => Look(ledger, r, time.GetUtcNow().ToUnixTimeMilliseconds()))));

    private static InboxAnswer Look(Ledger ledger, InboxRequest request, long now)
    {
        var newest = ledger[Newest].Rows(row => new InboxMessage(
            row.GetString(0), row.GetString(1), row.IsDBNull(2) ? "out" : "in", row.IsDBNull(2) ? null : row.GetString(2),
            row.GetString(3), row.GetInt32(4), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5))), request.Number, now, request.Limit);
        newest.Reverse();
        return new InboxAnswer(newest);
    }
}
