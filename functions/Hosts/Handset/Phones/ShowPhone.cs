using System.Globalization;
using Ascs.Hosts.Handset.Pages;
using Ascs.Hosts.Handset.Store;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ascs.Hosts.Handset.Phones;

/// <summary><c>GET /phones/ID</c>: a phone with one conversation open. Looking at a conversation marks it as read, as it does on a phone.</summary>
internal sealed class ShowPhone(Readers readers, Writer writer, TimeProvider time)
{
    private const string Read = "UPDATE threads SET read_to = $2 WHERE thread = $1 AND read_to < $2";

    internal Task<IResult> Handle(HttpContext http) => Page(http, Number(http.Request.Query["thread"]), draft: "", fault: null);

    /// <summary>With a draft and what is wrong with it when a reply was refused.</summary>
    internal async Task<IResult> Page(HttpContext http, long? thread, string draft, string? fault)
    {
        var id = (string)http.Request.RouteValues["id"]!;
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var view = readers.Read(ledger => View(ledger, id, thread, Number(http.Request.Query["before"]), now, draft, fault));
        if (view is null) return NoticePage.NoSuchPhone(http);
        if (view.Open is { Unread: > 0 } open) await writer.Write(ledger => ledger[Read].Run(open.Thread, now));
        var address = thread is null ? $"/phones/{id}" : $"/phones/{id}?thread={view.Open?.Thread}";
        return new RazorComponentResult<PhonePage>(new { Frame = PageFrame.Of(http, address), View = view }) { StatusCode = fault is null ? 200 : 422 };
    }

    private static PhoneView? View(Ledger ledger, string id, long? thread, long? before, long now, string draft, string? fault)
    {
        if (ledger.FindPhone(id) is not { } phone) return null;
        var threads = ledger.ThreadsOf(phone.Phone, now);
        var open = threads.FirstOrDefault(t => t.Thread == thread) ?? threads.FirstOrDefault();
        var (bubbles, older) = open is null ? ([], null) : ledger.Shown(open.Thread, now, before ?? long.MaxValue);
        return new PhoneView(id, phone.Masked, threads, open, bubbles, older, draft, fault);
    }

    private static long? Number(string? value) => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
