using Ascs.Contracts;
using Ascs.Trust.Audit;
using Ascs.Trust.Calls;

namespace Ascs.Trust.Sessions;

/// <summary>Answers <c>session/logout</c>: the session is deleted with its hashes and keys (CHEAA-4.1.2.2 c, 4.1.3.1 a).</summary>
internal sealed class Logout(SessionStore sessions, IAuditTrail audit) : IHandle<LogoutRequest, LogoutAnswer>
{
    public async Task<Answer<LogoutAnswer>> HandleAsync(LogoutRequest request, Call call, CancellationToken cancellationToken)
    {
        if (await sessions.FindAsync(call.Caller.PlatId, cancellationToken) is { } session) await sessions.EndAsync(call.Caller.PlatId, session, cancellationToken);
        audit.Record(call.ToEntry(AuditEvent.Logout));
        return new LogoutAnswer(1);
    }
}
