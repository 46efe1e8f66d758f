namespace Ascs.Contracts;

/// <summary>What a person chose on the consent page: whether, how far and how long (ISC-6.1.1.1).</summary>
/// <param name="Channels">Channels ticked, at least one, ascending, each once.</param>
/// <param name="TermDays">One of the terms offered.</param>
/// <param name="Language">Language of the page.</param>
public sealed record ConsentChoices([Items(1, 2)] IReadOnlyList<Channel> Channels, [Range(1, 730)] int TermDays, Language Language)
{
    /// <summary>True when the policy offers all of it.</summary>
    public bool AreOfferedBy(ServicePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return Channels.Count > 0 && policy.TermDays.Contains(TermDays)
            && Channels.Zip(Channels.Skip(1)).All(pair => pair.First < pair.Second)
            && Channels.All(channel => policy.PromiseOf(channel) is not null);
    }
}
