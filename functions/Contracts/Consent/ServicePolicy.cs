namespace Ascs.Contracts;

/// <summary>
/// One service of an enterprise as agreed with the trusted party: the page's words are made from it and every send is checked against it,
/// so the page can't promise what the system does not keep.
/// </summary>
/// <param name="V">1.</param>
/// <param name="EnterpriseId">The enterprise.</param>
/// <param name="ServiceId">The service.</param>
/// <param name="Version">Counts up with every change of the policy; all versions are kept.</param>
/// <param name="EnterpriseName">Operating subject (ISC-6.1.1.1).</param>
/// <param name="ProviderName">Providing subject: who delivers (the trusted party and the operators).</param>
/// <param name="ServiceName">Name of the service.</param>
/// <param name="Content">What is sent.</param>
/// <param name="Offers">Channels offered.</param>
/// <param name="TermDays">Terms a person may pick, ascending, each 1 to 730 days: never permanent (ISC-6.2.2.1 b).</param>
/// <param name="Identifiers">Kinds of identifier collected (ISC-6.1.1.3: the least).</param>
/// <param name="RequiredAssurance">Least assurance at send.</param>
/// <param name="Contact">Human contact for withdrawing: a service desk, never a person.</param>
/// <param name="CancelPath">Path in the enterprise's app.</param>
/// <param name="CancelAddress">Web address of "my subscriptions".</param>
public sealed record ServicePolicy(
    int V, EnterpriseId EnterpriseId, ServiceId ServiceId, int Version, LocalText EnterpriseName, LocalText ProviderName, LocalText ServiceName,
    LocalText Content, IReadOnlyList<ChannelOffer> Offers, IReadOnlyList<int> TermDays, IReadOnlyList<IdentifierType> Identifiers,
    Assurance RequiredAssurance, LocalText Contact, LocalText CancelPath, string CancelAddress)
{
    /// <summary>The promise of a channel, or null when the service does not offer it.</summary>
    public Promise? PromiseOf(Channel channel) => Offers.FirstOrDefault(o => o.Channel == channel)?.Promise;
}
