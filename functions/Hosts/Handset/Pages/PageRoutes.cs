using Ascs.Hosts.Handset.Control;
using Ascs.Hosts.Handset.Phones;
using Microsoft.AspNetCore.Antiforgery;

namespace Ascs.Hosts.Handset.Pages;

/// <summary>The addresses of the pages. Forms pass the antiforgery check before their handler sees them.</summary>
internal static class PageRoutes
{
    // Enough for a reply of 1000 characters and its form fields.
    private const long MaxFormBytes = 64 * 1024;

    internal static void Map(WebApplication app)
    {
        var at = app.Services;
        Get(app, "/", at.GetRequiredService<ShowPhones>().Handle);
        Get(app, "/phones/{id}", at.GetRequiredService<ShowPhone>().Handle);
        Get(app, "/control", at.GetRequiredService<ShowKnobs>().Handle);
        Post(app, "/phones", at.GetRequiredService<OpenPhone>().Handle);
        Post(app, "/phones/{id}/replies", at.GetRequiredService<PostReply>().Handle);
        Post(app, "/control", at.GetRequiredService<PostKnobs>().Handle);
        foreach (var asset in PageFiles.All) app.MapGet(asset.Address, asset.Send);
    }

    private static void Get(WebApplication app, string route, Func<HttpContext, Task<IResult>> handle) => app.MapGet(route, async http =>
        await (LanguageSwitch.Turn(http) ?? await handle(http)).ExecuteAsync(http));

    private static void Post(WebApplication app, string route, Func<HttpContext, IFormCollection, Task<IResult>> handle) => app.MapPost(route, async http =>
    {
        if (http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = MaxFormBytes;
        var genuine = http.Request.HasFormContentType && await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http);
        var result = genuine ? await handle(http, await http.Request.ReadFormAsync()) : NoticePage.Expired(http);
        await result.ExecuteAsync(http);
    });
}
