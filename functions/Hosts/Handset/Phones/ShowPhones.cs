using System.Globalization;
using Ascs.Hosts.Handset.Pages;
using Ascs.Hosts.Handset.Store;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ascs.Hosts.Handset.Phones;

/// <summary><c>GET /</c>: the phones.</summary>
internal sealed class ShowPhones(Readers readers, TimeProvider time)
{
    internal Task<IResult> Handle(HttpContext http) => Task.FromResult(Page(http, fault: null));

    internal IResult Page(HttpContext http, string? fault)
    {
        var all = http.Request.Query["show"] == "all";
        var before = long.TryParse(http.Request.Query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? from : long.MaxValue;
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var view = readers.Read(ledger =>
        {
            var (lines, next) = all ? ledger.AllPhones(now, before) : (ledger.RecentPhones(now), null);
            return new PhonesView(all, lines, next, ledger.CountPhones(), fault);
        });
        var frame = PageFrame.Of(http, all ? "/?show=all" : "/");
        return new RazorComponentResult<PhonesPage>(new { Frame = frame, View = view }) { StatusCode = fault is null ? 200 : 422 };
    }
}
