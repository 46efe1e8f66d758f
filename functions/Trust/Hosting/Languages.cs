using Ascs.Contracts;
using Microsoft.AspNetCore.Http;

namespace Ascs.Trust.Hosting;

/// <summary>Which language a person reads: what they chose, else what their browser asks for, else Chinese.</summary>
public static class Languages
{
    /// <summary>Name of the cookie and of the form field.</summary>
    public const string Name = "lang";

    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    /// <summary>The language of this request.</summary>
    public static Language Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Parse(context.Request.Cookies[Name]) ?? Preferred(context.Request);
    }

    /// <summary><c>zh-CN</c> or <c>en</c>, for <c>&lt;html lang&gt;</c>.</summary>
    public static string Tag(this Language language) => language == Language.En ? "en" : "zh-CN";

    /// <summary>The page behind <see cref="CommonPages.Language"/>: a form with <c>lang</c> (zh or en) and <c>back</c>, a path of this platform.</summary>
    public static async Task<IResult> SwitchAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (Parse(form[Name]) is { } language)
            context.Response.Cookies.Append(Name, language == Language.En ? "en" : "zh", new CookieOptions
            {
                HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, MaxAge = Remembered, IsEssential = true, Path = "/",
            });
        return Results.LocalRedirect(IsPath(form["back"]) ? form["back"].ToString() : "/");
    }

    // A path of our own and nothing that a browser could read as another host.
    private static bool IsPath(string? text) =>
        text is { Length: >= 1 and <= 200 } && text[0] == '/' && !text.StartsWith("//", StringComparison.Ordinal) && !text.Contains('\\', StringComparison.Ordinal)
        && text.All(symbol => symbol is > ' ' and <= '~');

    private static Language Preferred(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(wanted => wanted.Quality ?? 1).Select(wanted => Parse(wanted.Value.Value)).FirstOrDefault(language => language is not null) ?? Language.Zh;

    private static Language? Parse(string? text) =>
        text is null ? null
        : text.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Language.Zh
        : text.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Language.En : null;
}
