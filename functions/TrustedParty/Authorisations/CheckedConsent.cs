using Ascs.Contracts;
using Ascs.TrustedParty.Confirmations;

namespace Ascs.TrustedParty.Authorisations;

/// <summary>A consent that passed the checks which need no operator.</summary>
/// <param name="Policy">The policy shown.</param>
/// <param name="Agreement">What was agreed.</param>
/// <param name="Click">The showing's answer, which does not refuse it; null when there is none yet.</param>
internal sealed record CheckedConsent(ServicePolicy Policy, Agreement Agreement, Click? Click);
