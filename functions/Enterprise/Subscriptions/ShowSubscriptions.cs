using Ascs.Contracts;
using Ascs.Enterprise.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ascs.Enterprise.Subscriptions;

/// <summary><c>GET /subscriptions</c>: the person's own page (ISC-6.1.1.5).</summary>
internal sealed class ShowSubscriptions(MySubscriptions mine, Visitors visitors, Frames frames)
{
    public Task<IResult> HandleAsync(HttpContext context) => PageAsync(context, visitors.Welcome(context), CodeFault.None);

    /// <summary>The page, with what was wrong with the code typed.</summary>
    public async Task<IResult> PageAsync(HttpContext context, Visitor visitor, CodeFault fault)
    {
        var view = new SubscriptionsView(await mine.ListAsync(visitor, context.RequestAborted), fault);
        return new RazorComponentResult<SubscriptionsPage>(new { Frame = frames.Of(context, EnterpriseCatalogue.Subscriptions.Route, visitor), View = view })
        {
            StatusCode = fault switch { CodeFault.Unknown => 422, CodeFault.TooMany => 429, _ => 200 },
        };
    }
}
