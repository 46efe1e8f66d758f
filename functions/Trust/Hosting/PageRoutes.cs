using Ascs.Contracts;
using Ascs.Trust.Directory;
using Ascs.Trust.Limits;
using Ascs.Trust.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Ascs.Trust.Hosting;

/// <summary>Routes of the public listener.</summary>
public static class PageRoutes
{
    /// <summary>Maps the pages bound, and those that every platform has unless the table binds its own.</summary>
    public static void MapPages(this IEndpointRouteBuilder app, EndpointTable table)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(table);
        var adapter = app.ServiceProvider.GetRequiredService<PageAdapter>();
        foreach (var bound in table.Pages.Concat(Common(table, app.ServiceProvider)))
        {
            // RFC 9110 9.3.2: whoever answers GET answers HEAD.
            string[] methods = bound.Page.Method == "GET" ? ["GET", "HEAD"] : [bound.Page.Method];
            app.MapMethods(bound.Page.Route, methods, context => adapter.RenderAsync(bound, context));
        }
    }

    private static IEnumerable<BoundPage> Common(EndpointTable table, IServiceProvider services)
    {
        var openApi = OpenApiDocument.Of(Title(services.GetRequiredService<IPlatformDirectory>().Self.Role), table.Endpoints.Select(bound => bound.Endpoint), services.GetRequiredService<LimitOptions>());
        var common = new List<BoundPage>
        {
            new(CommonPages.Health, HealthPage.ShowAsync),
            new(CommonPages.Errors, ErrorList.ShowAsync),
            new(CommonPages.Language, Languages.SwitchAsync),
            new(CommonPages.OpenApi, _ => Task.FromResult(Results.Text(openApi, "application/json; charset=utf-8"))),
        };
        if (services.GetService<PublishedKeys>() is { } keys) common.Add(new(CommonPages.Keys, keys.ShowAsync));
        return common.Where(page => table.Pages.All(bound => bound.Page != page.Page));
    }

    private static string Title(Role role) => role switch
    {
        Role.TrustedParty => "trusted party",
        Role.Operator => "operator",
        _ => "enterprise",
    };
}
