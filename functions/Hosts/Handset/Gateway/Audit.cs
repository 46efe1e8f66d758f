using Ascs.Hosts.Handset.Phones;
using Ascs.Hosts.Handset.Store;

namespace Ascs.Hosts.Handset.Gateway;

/// <summary><c>POST /gateway/v1/audit</c>: counts hand-overs. Rejected ones have no thread, which is how they are told apart.</summary>
internal sealed class Audit(JsonCall call, Readers readers)
{
    private const string Totals = """
        SELECT coalesce(min(row), 0), coalesce(max(row), 0), count(*), count(thread), count(*) FILTER (WHERE attempt > 1)
        FROM messages WHERE row BETWEEN $2 AND $3 AND gateway = $1 AND message_id IS NOT NULL
        """;
    private const string Repeated = """
        SELECT DISTINCT message_id FROM messages WHERE gateway = $1 AND row BETWEEN $2 AND $3 AND attempt > 1 LIMIT $4
        """;
    private const string CountOf = "SELECT count(*), count(thread) FROM messages WHERE message_id = $1 AND gateway = $2";

    internal Task<IResult> Handle(HttpContext http) => call.Answer(
        http, Wire.Default.AuditRequest, Wire.Default.AuditAnswer, r => r.Faults(), r => r.Gateway,
        r => Task.FromResult<Answer<AuditAnswer>>(readers.Read(ledger => Look(ledger, r))));

    private static AuditAnswer Look(Ledger ledger, AuditRequest request)
    {
        var gateway = ledger.GatewayNumber(request.Gateway);
        var (from, to) = (request.FromHandOver, request.ToHandOver);
        var ids = ledger[Repeated].Rows(row => row.GetString(0), gateway, from, to, request.Limit);
        return ledger[Totals].Rows(row => new AuditAnswer(
            row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(2) - row.GetInt64(3), row.GetInt64(4),
            [.. ids.Select(id => Count(ledger, gateway, id))],
            request.MessageIds?.Select(id => Count(ledger, gateway, id)).ToList()), gateway, from, to)[0];
    }

    private static HandOverCount Count(Ledger ledger, long gateway, string id) =>
        ledger[CountOf].Rows(row => new HandOverCount(id, row.GetInt64(0), row.GetInt64(1)), id, gateway)[0];
}
