using Ascs.Contracts;

namespace Ascs.Enterprise.Authorising;

/// <summary>What the last page shows.</summary>
/// <param name="Policy">The policy agreed to.</param>
/// <param name="Choices">What was chosen.</param>
/// <param name="ConsentedAt">Consent date.</param>
/// <param name="ExpiresAt">End of the term.</param>
/// <param name="ManageCode">The code, while it is shown.</param>
/// <param name="LogIndex">Index of the evidence in the public log.</param>
public sealed record DoneView(ServicePolicy Policy, ConsentChoices Choices, UnixTime ConsentedAt, UnixTime ExpiresAt, string? ManageCode, long? LogIndex);
