using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Ascs.Gm;
using Ascs.Trust.Keys;
using Microsoft.AspNetCore.Http;

namespace Ascs.TrustedParty.Confirmations;

/// <summary>
/// Ties a click to the page it was made on: a random cookie of its own that only this browser has, and a token in the form over the cookie and the confirmation shown. A page
/// elsewhere can neither read the one nor make the other.
/// </summary>
internal sealed class FormTokens(KeyRing ring)
{
    private const string Prefix = "__Host-ascs-confirm-";
    private const int CookieBytes = 32;

    /// <summary>Sets the cookie and gives the token for the form.</summary>
    public string Issue(HttpContext context, string carried)
    {
        var cookie = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(CookieBytes));
        context.Response.Cookies.Append(NameOf(carried), cookie, new CookieOptions
        {
            HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true, MaxAge = TimeSpan.FromMinutes(15),
        });
        return Base64Url.EncodeToString(Compute(cookie, carried));
    }

    /// <summary>True for the token issued to this browser for this confirmation.</summary>
    public bool Holds(HttpContext context, string carried, string? token) =>
        context.Request.Cookies[NameOf(carried)] is { Length: > 0 and < 100 } cookie && token is not null && Base64Url.IsValid(token)
        && CryptographicOperations.FixedTimeEquals(Base64Url.DecodeFromChars(token), Compute(cookie, carried));

    // One a confirmation: a person with two of them open can answer both, whichever was shown last.
    private static string NameOf(string carried) => Prefix + HashOf(carried)[..16];

    private static string HashOf(string carried) => Convert.ToHexStringLower(Sm3.Hash(Encoding.UTF8.GetBytes(carried)));

    private byte[] Compute(string cookie, string carried) => ring.Current(TrustedPartyKeys.Forms).HmacSm3.Compute(
        Encoding.UTF8.GetBytes($"ascs-confirm-form-1|{cookie}|{HashOf(carried)}"));
}
