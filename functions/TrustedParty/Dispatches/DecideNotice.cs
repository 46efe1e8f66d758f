using Ascs.Contracts;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Workflow;

namespace Ascs.TrustedParty.Dispatches;

/// <summary>May a subscriber notice go out? Only the authorisation has to stand: hours, caps and assurance bind the enterprise, not the operator's own word. Pure.</summary>
internal static class DecideNotice
{
    /// <summary>The decision for now.</summary>
    public static LineDecision Of(int recipient, AidRecord? record, DateTimeOffset now, TimeSpan patience) => record?.StateAt(now) switch
    {
        AidState.Active => new(recipient, record.AuthorisationId, record.OperatorId, [], UnixTime.From(now + patience)),
        AidState.Expired => new(recipient, record.AuthorisationId, record.OperatorId, [SendReason.AuthorisationExpired], null),
        AidState.Revoked => new(recipient, record.AuthorisationId, record.OperatorId, [SendReason.AuthorisationRevoked], null),
        _ => new(recipient, null, null, [SendReason.AidUnknown], null),
    };
}
