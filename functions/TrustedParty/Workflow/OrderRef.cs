namespace Ascs.TrustedParty.Workflow;

/// <summary>An order of a dispatch.</summary>
/// <param name="Recipient">The recipient's place.</param>
/// <param name="Attempt">The attempt.</param>
internal readonly record struct OrderRef(int Recipient, int Attempt);
