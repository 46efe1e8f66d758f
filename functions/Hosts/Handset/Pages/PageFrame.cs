using Microsoft.AspNetCore.Antiforgery;

namespace Ascs.Hosts.Handset.Pages;

/// <summary>What every page knows of the request it answers.</summary>
/// <param name="Words">Its language.</param>
/// <param name="Address">Path and query it is shown under, without the language and refresh switches.</param>
/// <param name="Refreshing">Whether it reloads itself.</param>
/// <param name="FormToken">Goes into every form as <c>form</c>; a post without it is refused.</param>
/// <param name="Now">The present at UTC+8.</param>
public sealed record PageFrame(Words Words, string Address, bool Refreshing, string FormToken, DateTimeOffset Now)
{
    internal const int RefreshSeconds = 5;

    /// <summary>The address with refresh turned on or off.</summary>
    /// <param name="refreshing">On.</param>
    public string With(bool refreshing) => refreshing ? $"{Address}{(Address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}refresh=1" : Address;

    internal static PageFrame Of(HttpContext http, string address)
    {
        var token = http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http).RequestToken!;
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeMilliseconds();
        return new PageFrame(Words.Of(http.Request), address, http.Request.Query["refresh"] == "1", token, Moments.At(now));
    }
}
