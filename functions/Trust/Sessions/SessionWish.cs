using Ascs.Contracts;

namespace Ascs.Trust.Sessions;

/// <summary>What a caller needs of a session.</summary>
/// <param name="Fields">A data key for sensitive members.</param>
/// <param name="Refused">The session whose token or key was refused a moment ago; null when none was.</param>
/// <param name="RefusedKey">True when only its data key was.</param>
internal sealed record SessionWish(bool Fields, CallerSession? Refused = null, bool RefusedKey = false)
{
    /// <summary>How long somebody who sent a refresh is waited for before its token counts as used up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>What to do; the first of several.</summary>
    /// <param name="session">What there is.</param>
    /// <param name="now">When.</param>
    /// <param name="failed">What was tried in vain a moment ago: a session that still serves is used as it is, and nothing is tried twice.</param>
    public SessionNext Next(CallerSession? session, DateTimeOffset now, SessionNext? failed = null)
    {
        var due = Due(session, now);
        if (failed is null || due == SessionNext.Use) return due;
        if (Serves(session, now)) return SessionNext.Use;
        return due == failed ? SessionNext.GiveUp : due;
    }

    /// <summary>The wish after a step in a session was refused: where the session was to blame, it is no session any more.</summary>
    public SessionWish After(CallerSession session, Problem problem) =>
        SessionProblems.Has(problem) ? this with { Refused = session, RefusedKey = false } : this;

    private SessionNext Due(CallerSession? session, DateTimeOffset now)
    {
        var at = now.ToUnixTimeMilliseconds();
        if (session is null || at >= session.Kept.RefreshUntil || IsRefused(session)) return SessionNext.Login;
        if (at >= session.Kept.AccessRenewAt && Renewal(session.Kept, at) is { } renewal) return renewal;
        return Fields && (!session.Kept.HasFreshDataKey(now) || IsKeyRefused(session)) ? SessionNext.DataKey : SessionNext.Use;
    }

    private bool Serves(CallerSession? session, DateTimeOffset now) =>
        session is not null && !IsRefused(session) && session.Kept.Lives(now) && (!Fields || (session.Kept.HasDataKey(now) && !IsKeyRefused(session)));

    private bool IsRefused(CallerSession session) => !RefusedKey && Refused is not null && Refused.Kept.Access == session.Kept.Access;

    private bool IsKeyRefused(CallerSession session) => RefusedKey && session.DataKeyId == Refused!.DataKeyId;

    // A refresh token that was sent and may be used up is never sent again: shown twice it would end the session as a stolen one.
    private static SessionNext? Renewal(KeptSession kept, long at)
    {
        if (kept.RefreshTriedAt == 0) return SessionNext.Refresh;
        var waits = at - kept.RefreshTriedAt < (long)Patience.TotalMilliseconds && at < kept.AccessUntil;
        return waits ? null : SessionNext.Login;
    }
}
