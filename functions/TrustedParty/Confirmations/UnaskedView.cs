using Ascs.Contracts;

namespace Ascs.TrustedParty.Confirmations;

/// <summary>What the page shows of a subscription that the enterprise had registered before the person answered.</summary>
/// <param name="EnterpriseName">Who did not wait.</param>
/// <param name="Carried">The signed confirmation, posted along.</param>
/// <param name="Token">The form's own token.</param>
public sealed record UnaskedView(LocalText EnterpriseName, string Carried, string Token);
