using Ascs.Contracts;

namespace Ascs.TrustedParty.Confirmations;

/// <summary>What the confirmation page shows.</summary>
/// <param name="Policy">The policy asked about.</param>
/// <param name="Choices">What was chosen.</param>
/// <param name="Until">First instant after the term if it is confirmed now.</param>
/// <param name="Carried">The signed confirmation, posted along.</param>
/// <param name="Token">The form's own token.</param>
public sealed record ConfirmView(ServicePolicy Policy, ConsentChoices Choices, DateTimeOffset Until, string Carried, string Token)
{
    /// <summary>The offers chosen.</summary>
    public IEnumerable<ChannelOffer> Offers => Policy.Offers.Where(offer => Choices.Channels.Contains(offer.Channel));
}
