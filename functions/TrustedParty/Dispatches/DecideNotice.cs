using Ascs.Contracts;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Workflow;

namespace Ascs.TrustedParty.Dispatches;

/// <summary>
/// May a subscriber notice go out? The authorisation has to stand, and the person hears of a service once a day, however often it is granted (decision 42). Hours,
/// caps and assurance bind the enterprise, not the operator's own word. Pure.
/// </summary>
internal static class DecideNotice
{
    /// <summary>The decision for now.</summary>
    /// <param name="record">The AID.</param>
    /// <param name="told">Another notice told the person of the service today.</param>
    /// <param name="now">Now.</param>
    /// <param name="patience">How far ahead the order's `notAfter` is.</param>
    public static LineDecision Of(AidRecord record, bool told, DateTimeOffset now, TimeSpan patience) => record.StateAt(now) switch
    {
        AidState.Active => told ? Refuse(record, SendReason.DailyCapReached) : new(0, record.AuthorisationId, record.OperatorId, [], UnixTime.From(now + patience)),
        AidState.Revoked => Refuse(record, SendReason.AuthorisationRevoked),
        _ => Refuse(record, SendReason.AuthorisationExpired),
    };

    private static LineDecision Refuse(AidRecord record, SendReason reason) => new(0, record.AuthorisationId, record.OperatorId, [reason], null);
}
