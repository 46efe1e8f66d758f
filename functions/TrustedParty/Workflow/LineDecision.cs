using Ascs.Contracts;

namespace Ascs.TrustedParty.Workflow;

/// <summary>What was decided for one recipient at the instant of sending.</summary>
/// <param name="Recipient">Its place.</param>
/// <param name="Authorisation">Its authorisation; null for an AID that is not known to the enterprise.</param>
/// <param name="Operator">Home operator.</param>
/// <param name="Reasons">Every failing rule; empty when it goes out.</param>
/// <param name="NotAfter">Nothing may be handed over from here on; set exactly when it goes out now.</param>
internal sealed record LineDecision(
    int Recipient, AuthorisationId? Authorisation, OperatorId? Operator, IReadOnlyList<SendReason> Reasons, UnixTime? NotAfter);
