using Microsoft.AspNetCore.Http;

namespace Ascs.Trust.Hosting;

/// <summary>What a browser is told about every page: no script at all, styles of our own, forms only to named origins, never in a frame.</summary>
public static class PageSecurity
{
    private static readonly object FormTargets = new();

    /// <summary>Lets a form of this page post to another platform's public listener.</summary>
    /// <param name="context">The page's request.</param>
    /// <param name="address">Any address there; its origin counts.</param>
    public static void AllowFormsTo(this HttpContext context, Uri address)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(address);
        var targets = (List<string>)(context.Items[FormTargets] ??= new List<string>());
        targets.Add(address.GetLeftPart(UriPartial.Authority));
    }

    /// <summary>Sets the headers when the answer starts; a page may have set its own <c>Cache-Control</c> by then.</summary>
    internal static void Apply(HttpContext context) => context.Response.OnStarting(() =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy(context.Items[FormTargets] as List<string> ?? []);
        headers.XContentTypeOptions = "nosniff";
        // Not no-referrer: that would make the browser send `Origin: null` with forms, and the receiving page checks Origin. No path leaves in either.
        headers["Referrer-Policy"] = "strict-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
        if (headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
        return Task.CompletedTask;
    });

    private static string Policy(List<string> targets) =>
        $"default-src 'none'; style-src 'self' {PlainStyle.Source}; img-src 'self' data:; font-src 'self'; form-action {string.Join(' ', targets.Prepend("'self'"))}; frame-ancestors 'none'; base-uri 'none'";
}
