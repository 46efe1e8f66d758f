using Ascs.Contracts;
using Ascs.Trust.Audit;
using Ascs.Trust.Calls;
using Ascs.Trust.Journal;
using Microsoft.Extensions.Logging;

namespace Ascs.Trust.Sessions;

/// <summary>Answers <c>session/refresh</c>: a refresh token works once and is replaced (CHEAA-4.1.2.2 d).</summary>
internal sealed class Refresh(SessionStore sessions, IAuditTrail audit, ILogger<Refresh> logger) : IHandle<RefreshRequest, RefreshAnswer>
{
    public async Task<Answer<RefreshAnswer>> HandleAsync(RefreshRequest request, Call call, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await TryAsync(request, call, cancellationToken) is { } answer) return answer;
        }
    }

    // Null: the session changed meanwhile. A data key at the same moment harms nobody, another refresh did: what is there now decides.
    private async Task<Answer<RefreshAnswer>?> TryAsync(RefreshRequest request, Call call, CancellationToken cancellationToken)
    {
        var caller = call.Caller.PlatId;
        if (await sessions.FindAsync(caller, cancellationToken) is not { } session) return ProblemCodes.RefreshTokenInvalid;
        if (session.Tokens.Open(request.RefreshToken) is not { } token || call.AccessHash is not { } access) return ProblemCodes.RefreshTokenInvalid;
        var hash = SessionRecord.HashOf(token);
        var used = await sessions.FindUsedAsync(caller, hash, cancellationToken);
        return RefreshDecisions.Of(session.Record, hash, access, used, call.ReceivedAt) switch
        {
            RefreshDecision.Rotate => await RotateAsync(session, hash, access, call, cancellationToken),
            RefreshDecision.Raced => ProblemCodes.RefreshRaced,
            RefreshDecision.Reused => await EndAsync(session, call, cancellationToken),
            _ => ProblemCodes.RefreshTokenInvalid,
        };
    }

    private async Task<Answer<RefreshAnswer>?> RotateAsync(LiveSession session, byte[] hash, byte[] access, Call call, CancellationToken ct)
    {
        var (caller, now) = (call.Caller.PlatId, call.ReceivedAt);
        var (newAccess, newRefresh) = (MintedToken.Access(caller, now), MintedToken.Refresh(caller, now));
        var record = session.Record.With(newAccess, newRefresh, now);
        var used = new UsedRefresh(session.Record.SessionId, access, now.ToUnixTimeMilliseconds());
        // The token is used up in the write that puts the next one in force. Of two at once one happens.
        if (!await sessions.TryChangeAsync(caller, session, record, session.Secrets, (hash, used), ct)) return null;
        audit.Record(call.ToEntry(AuditEvent.TokenRefreshed));
        return new RefreshAnswer(
            1, session.Tokens.Seal(newAccess), Seconds(record.AccessUntil, now), session.Tokens.Seal(newRefresh), Seconds(record.RefreshUntil, now));
    }

    // A copy of a token is about: nobody can tell the thief from the owner, so both lose the session. The owner logs in anew.
    private async Task<Answer<RefreshAnswer>> EndAsync(LiveSession session, Call call, CancellationToken ct)
    {
        await audit.RecordDurablyAsync(call.ToEntry(AuditEvent.RefreshTokenReused, ProblemCodes.RefreshTokenInvalid.Code), ct);
        await sessions.EndAsync(call.Caller.PlatId, session, ct);
        logger.Warn($"A refresh token of {call.Caller.PlatId} was used twice: its session is ended");
        return ProblemCodes.RefreshTokenInvalid;
    }

    private static int Seconds(long until, DateTimeOffset now) => (int)((until - now.ToUnixTimeMilliseconds()) / 1000);
}
