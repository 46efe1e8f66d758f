using Ascs.Contracts;
using Ascs.Enterprise.Pages;
using Ascs.Enterprise.Services;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ascs.Enterprise.App;

/// <summary><c>GET /</c>: the sample app, which stands for the enterprise's own. It knows which phone it runs on; here a person says so.</summary>
internal sealed class ShowApp(ServiceBook services, Phones phones, Visitors visitors, Frames frames)
{
    public Task<IResult> HandleAsync(HttpContext context) => Task.FromResult(Page(context, visitors.Welcome(context), AppFault.None));

    /// <summary>The page, with what was wrong with the last post.</summary>
    public IResult Page(HttpContext context, Visitor visitor, AppFault fault, int? phone = null, ServiceId? service = null)
    {
        var view = new AppView(services.Newest, phones.Labels, fault, phone, service);
        return new RazorComponentResult<AppPage>(new { Frame = frames.Of(context, "/", visitor), View = view }) { StatusCode = fault == AppFault.None ? 200 : 422 };
    }
}
