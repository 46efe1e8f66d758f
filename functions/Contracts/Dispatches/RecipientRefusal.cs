namespace Ascs.Contracts;

/// <summary>An AID that won't be written to, with every rule that fails.</summary>
/// <param name="Aid">The AID.</param>
/// <param name="Reasons">Every failing rule, as the enterprise may see it.</param>
public sealed record RecipientRefusal(Aid Aid, IReadOnlyList<SendReason> Reasons);
