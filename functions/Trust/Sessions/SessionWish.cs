namespace Ascs.Trust.Sessions;

/// <summary>What a caller needs of a session.</summary>
/// <param name="Fields">A data key for sensitive members.</param>
/// <param name="Refused">The session whose token or key was refused a moment ago; null when none was.</param>
/// <param name="RefusedKey">True when only its data key was.</param>
internal sealed record SessionWish(bool Fields, CallerSession? Refused = null, bool RefusedKey = false)
{
    /// <summary>How long somebody who sent a refresh is waited for before its token counts as used up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>What is missing; the first of several.</summary>
    public SessionNext Next(CallerSession? session, DateTimeOffset now)
    {
        var at = now.ToUnixTimeMilliseconds();
        if (session is null || at >= session.Kept.RefreshUntil || IsRefused(session)) return SessionNext.Login;
        if (at >= session.Kept.AccessRenewAt && Renewal(session.Kept, at) is { } renewal) return renewal;
        return Fields && (!session.Kept.HasFreshDataKey(now) || (RefusedKey && session.DataKeyId == Refused!.DataKeyId)) ? SessionNext.DataKey : SessionNext.Nothing;
    }

    private bool IsRefused(CallerSession session) => !RefusedKey && Refused is not null && Refused.Kept.Access == session.Kept.Access;

    // A refresh token that was sent and may be used up is never sent again: shown twice it would end the session as a stolen one.
    private static SessionNext? Renewal(KeptSession kept, long at)
    {
        if (kept.RefreshTriedAt == 0) return SessionNext.Refresh;
        var waits = at - kept.RefreshTriedAt < (long)Patience.TotalMilliseconds && at < kept.AccessUntil;
        return waits ? null : SessionNext.Login;
    }
}
