using Ascs.Contracts;
using Ascs.Operator.Links;

namespace Ascs.Operator.Recognising;

/// <summary>
/// Adds what was recognised to the link of its person. A link is one document, and a reply may concern and block everything in it: whoever could fill it
/// without end would stop replies and opt-outs for everybody. Pure.
/// </summary>
internal static class AddAuthorisation
{
    /// <summary>Authorisations in a link; over them those go that have ended, and when none has, no more come.</summary>
    public const int Most = 64;

    private static readonly TimeSpan KeptAfterTerm = TimeSpan.FromDays(90);

    /// <summary>The link with it; null when it is to stay as it is, as the authorisation is in it already or has no room.</summary>
    public static Link? To(Link? link, EnterpriseId enterprise, LinkAuthorisation authorisation, DateTimeOffset now)
    {
        if (link is null) return new(enterprise, [authorisation], [], []);
        if (link.Find(authorisation.Id) is not null) return null; // a block on it stands
        LinkAuthorisation[] kept = [.. link.Authorisations.Where(a => now - a.ExpiresAt.ToTime() < KeptAfterTerm)];
        if (kept.Length >= Most) kept = [.. kept.Where(a => !MayGo(a, now))];
        return kept.Length >= Most ? null : link with { Authorisations = [.. kept, authorisation] };
    }

    // A block stays while its nonce could bring the authorisation back without it; nothing is handed over under what is not in the link.
    private static bool MayGo(LinkAuthorisation authorisation, DateTimeOffset now) =>
        authorisation.BlockedAt is null ? authorisation.ExpiresAt.ToTime() <= now : now - authorisation.ConsentAt.ToTime() > NonceRecord.Kept;
}
