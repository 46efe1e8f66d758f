using Microsoft.AspNetCore.Http;

namespace Ascs.Enterprise.Pages;

/// <summary>
/// Reads and sets the visitor's cookie: HttpOnly, Secure, SameSite=Lax, this host only. It is not sent with the trusted party's form that returns here
/// (another site posts it); that page needs none.
/// </summary>
internal sealed class Visitors(EnterpriseOptions options)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(90);

    // The enterprise's name is in it because cookies know no ports: two platforms on one machine would overwrite each other's.
    private string Name => "__Host-ascs-visitor-" + options.EnterpriseId;

    /// <summary>The visitor, or null when the browser sent no cookie of ours.</summary>
    public Visitor? Find(HttpContext context) => Visitor.Parse(context.Request.Cookies[Name]);

    /// <summary>The visitor; a new one gets its cookie with this answer.</summary>
    public Visitor Welcome(HttpContext context)
    {
        if (Find(context) is { } known)
            return known;
        var visitor = Visitor.New(out var text);
        context.Response.Cookies.Append(Name, text, new CookieOptions
        {
            HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = Remembered, IsEssential = true,
        });
        return visitor;
    }
}
