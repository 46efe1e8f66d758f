using System.Security.Cryptography;

namespace Ascs.Trust.Sessions;

/// <summary>What a refresh token shown is worth (CHEAA-4.1.2.2 d).</summary>
internal enum RefreshDecision
{
    /// <summary>It is the newest one and is used now.</summary>
    Rotate,

    /// <summary>It was used a moment ago: two callers of one platform refreshed at once, or the answer was lost. Nobody is harmed.</summary>
    Raced,

    /// <summary>It was used long ago, or comes with another access token than its own: somebody has a copy. The session ends.</summary>
    Reused,

    /// <summary>It was never given out with this access token.</summary>
    Invalid,
}

/// <summary>Decides about refresh tokens.</summary>
internal static class RefreshDecisions
{
    /// <summary>How long after its use a token shown again is taken for a race. Longer than any caller's patience with one answer.</summary>
    public static readonly TimeSpan Race = TimeSpan.FromSeconds(60);

    /// <summary>Decides.</summary>
    /// <param name="session">The session alive.</param>
    /// <param name="refresh">Hash of the token shown.</param>
    /// <param name="access">Hash of the access token shown with it: its expiry is not looked at.</param>
    /// <param name="used">What is kept of the token if it was used; null when it was not.</param>
    /// <param name="now">When.</param>
    public static RefreshDecision Of(SessionRecord session, byte[] refresh, byte[] access, UsedRefresh? used, DateTimeOffset now)
    {
        if (CryptographicOperations.FixedTimeEquals(session.Refresh, refresh)) return session.IsAccess(access) ? RefreshDecision.Rotate : RefreshDecision.Invalid;
        if (used is null || used.SessionId != session.SessionId) return RefreshDecision.Invalid;
        // Who races shows the pair that was given out together.
        var isRace = CryptographicOperations.FixedTimeEquals(used.Access, access) && now.ToUnixTimeMilliseconds() - used.UsedAt <= (long)Race.TotalMilliseconds;
        return isRace ? RefreshDecision.Raced : RefreshDecision.Reused;
    }
}
