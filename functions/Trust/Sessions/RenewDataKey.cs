using Ascs.Contracts;
using Ascs.Trust.Audit;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;

namespace Ascs.Trust.Sessions;

/// <summary>Answers <c>session/data-key</c>: a new key for an hour; the one before it lives on to its end, older ones are void (CHEAA-4.1.3.1 a).</summary>
internal sealed class RenewDataKey(SessionStore sessions, IPublicKeys keys, IAuditTrail audit) : IHandle<DataKeyRequest, DataKeyAnswer>
{
    private const int Kept = 2;

    public async Task<Answer<DataKeyAnswer>> HandleAsync(DataKeyRequest request, Call call, CancellationToken cancellationToken)
    {
        var (caller, now) = (call.Caller.PlatId, call.ReceivedAt);
        if (keys.Current(caller, Keys.KeyNames.Exchange) is not { } exchange) return ProblemCodes.Unavailable;
        await audit.RecordDurablyAsync(call.ToEntry(AuditEvent.DataKeyIssued), cancellationToken);
        while (await sessions.FindAsync(caller, cancellationToken) is { } session)
        {
            var key = DataKey.Make(session.Record.Suite, caller, now);
            var state = session.Secrets with { DataKeys = [.. session.Secrets.DataKeys.Append(key).TakeLast(Kept)] };
            // A conflict is another key or new tokens at the same moment: both stand.
            if (await sessions.TryChangeAsync(caller, session, session.Record, state, used: null, cancellationToken))
                return new DataKeyAnswer(1, key.Wrap(session.Id, exchange, now));
        }

        return ProblemCodes.AccessTokenInvalid; // it was ended meanwhile
    }
}
