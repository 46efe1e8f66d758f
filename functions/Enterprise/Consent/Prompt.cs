using Ascs.Contracts;

namespace Ascs.Enterprise.Consent;

/// <summary>
/// The prompt's words: the sections of the consent text as if everything offered were chosen, laid out so that each channel's promise stands beside its tick
/// and the term is a choice. What is finally agreed is the exact text of the check page.
/// </summary>
public sealed class Prompt
{
    private const int Before = 3; // who, what, number

    private readonly IReadOnlyList<ConsentSection> sections;

    /// <summary>The words of a policy in a language.</summary>
    public Prompt(ServicePolicy policy, Language language)
    {
        ArgumentNullException.ThrowIfNull(policy);
        Policy = policy;
        Channels = [.. policy.Offers.Select(offer => offer.Channel).Order()];
        sections = ConsentText.Sections(policy, new ConsentChoices(Channels, policy.TermDays[0], language));
    }

    /// <summary>The policy.</summary>
    public ServicePolicy Policy { get; }

    /// <summary>Channels offered, ascending.</summary>
    public IReadOnlyList<Channel> Channels { get; }

    /// <summary>Operating and providing subject.</summary>
    public ConsentSection Who => sections[0];

    /// <summary>Content of the service.</summary>
    public ConsentSection What => sections[1];

    /// <summary>That the number is never given, only an anonymous identifier within the term.</summary>
    public ConsentSection Number => sections[2];

    /// <summary>Title of the term.</summary>
    public string Term => sections[Before + Channels.Count].Title;

    /// <summary>Items collected and shared.</summary>
    public ConsentSection Collected => sections[Before + Channels.Count + 1];

    /// <summary>How it is checked.</summary>
    public ConsentSection Check => sections[Before + Channels.Count + 2];

    /// <summary>How to cancel.</summary>
    public ConsentSection Cancel => sections[Before + Channels.Count + 3];

    /// <summary>When, how often and from which number a channel is used.</summary>
    public ConsentSection When(Channel channel)
    {
        for (var i = 0; i < Channels.Count; i++)
        {
            if (Channels[i] == channel)
                return sections[Before + i];
        }

        throw new ArgumentOutOfRangeException(nameof(channel), channel, "The service does not offer this channel.");
    }
}
