using Ascs.Contracts;
using Ascs.Trust.Directory;

namespace Ascs.Trust.Sessions;

/// <summary>Which AuthTokens prove the two ends of a login.</summary>
internal static class OwnTokens
{
    /// <summary>The token that the platform called proves itself with: the one its caller minted for it. A back office is never called and mints none: there the
    /// token of the one direction serves both, each under its own domain.</summary>
    /// <param name="secrets">Of the platform called.</param>
    /// <param name="caller">Who logs in.</param>
    public static byte[]? OfCalled(this ISessionSecrets secrets, Peer caller) =>
        caller.Role == Role.BackOffice ? secrets.AuthTokenFor(caller.PlatId) : secrets.AuthTokenFrom(caller.PlatId);

    /// <summary>The same token as its caller knows it.</summary>
    /// <param name="secrets">Of the caller.</param>
    /// <param name="self">The caller.</param>
    /// <param name="called">The platform called.</param>
    public static byte[]? OfCalled(this ISessionSecrets secrets, Peer self, PlatId called) =>
        self.Role == Role.BackOffice ? secrets.AuthTokenFrom(called) : secrets.AuthTokenFor(called);
}
