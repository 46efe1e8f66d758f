using System.Security.Cryptography.X509Certificates;

namespace Ascs.Trust.Webhooks;

/// <summary>Where webhooks go.</summary>
/// <param name="Address">An https address. It stands in logs: no token belongs into it.</param>
/// <param name="AllowPrivate">True when it may be on a private network or this machine; else only public addresses are called, whatever a name resolves to.</param>
/// <param name="Authority">The only authority its certificate may come from; null for those the operating system trusts. Stays the owner's.</param>
public sealed record WebhookEndpoint(Uri Address, bool AllowPrivate = false, X509Certificate2? Authority = null)
{
    /// <summary>What is wrong with it, in one sentence; null when nothing is.</summary>
    public string? Fault =>
        Address is not { IsAbsoluteUri: true } ? "A webhook's address is a whole one."
        : Address.Scheme != Uri.UriSchemeHttps ? "A webhook's address begins with https."
        : Address.UserInfo.Length > 0 || Address.Fragment.Length > 0 ? "A webhook's address holds neither a name with a password nor a fragment."
        : null;
}
