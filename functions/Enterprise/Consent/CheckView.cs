using Ascs.Contracts;

namespace Ascs.Enterprise.Consent;

/// <summary>What the check page shows.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Choices">What was chosen.</param>
/// <param name="ConfirmAt">The trusted party's confirmation page.</param>
/// <param name="TrustedParty">Its name.</param>
/// <param name="Carried">The signed confirmation as the form carries it.</param>
public sealed record CheckView(ServicePolicy Policy, ConsentChoices Choices, Uri ConfirmAt, LocalText TrustedParty, string Carried);
