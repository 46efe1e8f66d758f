using Ascs.Contracts;
using Ascs.Trust.Audit;
using Ascs.Trust.Calls;

namespace Ascs.Trust.Sessions;

/// <summary>What is kept of the acts of sessions: who and when, no token and no key.</summary>
internal static class SessionAudit
{
    public static AuditEntry ToEntry(this Call call, AuditEvent what, string result = AuditEntry.Ok) =>
        new(what, call.Caller.PlatId.ToString(), call.Operation, result, call.TraceId, UnixTime.From(call.ReceivedAt));
}
