using Ascs.Hosts.Handset.Pages;
using Ascs.Hosts.Handset.Simulation;
using Ascs.Hosts.Handset.Store;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ascs.Hosts.Handset.Control;

/// <summary><c>GET /control</c>: the knobs and what passed through the gateways.</summary>
internal sealed class ShowKnobs(KnobBoard board, Readers readers)
{
    private const string Totals = """
        SELECT name, accepted, rejected, receipts, replies,
            (SELECT count(*) FROM (SELECT 1 FROM pending p WHERE p.gateway = g.gateway LIMIT 10000)) FROM gateways g ORDER BY name
        """;

    internal Task<IResult> Handle(HttpContext http) => Task.FromResult(Page(http, board.Current, [], http.Request.Query["done"] == "1"));

    internal IResult Page(HttpContext http, Knobs knobs, IReadOnlyList<KnobFault> faults, bool done)
    {
        var totals = readers.Read(ledger => ledger[Totals].Rows(row => new GatewayTotals(
            row.GetString(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5))));
        var view = new KnobsView(knobs, totals, faults, done);
        return new RazorComponentResult<KnobsPage>(new { Frame = PageFrame.Of(http, "/control"), View = view }) { StatusCode = faults.Count == 0 ? 200 : 422 };
    }
}
