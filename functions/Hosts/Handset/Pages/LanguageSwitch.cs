namespace Ascs.Hosts.Handset.Pages;

/// <summary><c>?lang=zh|en</c> on any page: remembers it in a cookie and goes back to the page without it.</summary>
internal static class LanguageSwitch
{
    internal static IResult? Turn(HttpContext http)
    {
        if ((string?)http.Request.Query["lang"] is not ("zh" or "en")) return null;
        var cookie = new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = TimeSpan.FromDays(365), IsEssential = true };
        http.Response.Cookies.Append(Words.Cookie, http.Request.Query["lang"]!, cookie);
        var rest = QueryString.Create(http.Request.Query.Where(q => q.Key != "lang"));
        return SeeOther(http, $"{http.Request.Path.ToUriComponent()}{rest.ToUriComponent()}");
    }

    /// <summary>303: the browser comes back with GET. Only for addresses of our own.</summary>
    internal static IResult SeeOther(HttpContext http, string address)
    {
        http.Response.Headers.Location = address;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }
}
