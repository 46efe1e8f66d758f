using Ascs.Contracts;

namespace Ascs.TrustedParty.Dispatches;

/// <summary>What all recipients of a dispatch share, as far as a decision needs it.</summary>
/// <param name="EnterpriseId">Whose dispatch.</param>
/// <param name="ServiceId">The service.</param>
/// <param name="Channel">The channel.</param>
/// <param name="SenderId">The port.</param>
internal sealed record SendPlan(EnterpriseId EnterpriseId, ServiceId ServiceId, Channel Channel, SenderId SenderId);
