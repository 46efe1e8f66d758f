using Microsoft.AspNetCore.Http;

namespace Ascs.TrustedParty.Confirmations;

/// <summary>RFC 6454: scheme, host and port as a browser sends them with every post.</summary>
internal static class Origins
{
    public static string Of(Uri address) => address.GetLeftPart(UriPartial.Authority);

    /// <summary>True when the browser says the form was on a page of that origin; a missing or `null` Origin is nobody's.</summary>
    public static bool IsFrom(HttpContext context, Uri? address) =>
        address is not null && context.Request.Headers.Origin is [{ } sent] && sent.Equals(Of(address), StringComparison.OrdinalIgnoreCase);
}
