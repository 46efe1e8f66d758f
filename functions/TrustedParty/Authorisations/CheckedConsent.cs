using Ascs.Contracts;

namespace Ascs.TrustedParty.Authorisations;

/// <summary>A consent that passed the checks which need no operator.</summary>
/// <param name="Policy">The policy shown.</param>
/// <param name="Agreement">What was agreed.</param>
/// <param name="Assurance">ENTERPRISE_ONLY or BROWSER.</param>
internal sealed record CheckedConsent(ServicePolicy Policy, Agreement Agreement, Assurance Assurance);
