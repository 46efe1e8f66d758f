using System.Globalization;
using Ascs.Contracts;
using Microsoft.AspNetCore.Http;

namespace Ascs.Enterprise.Consent;

/// <summary>What a person put into the prompt. Nothing is taken for granted: a channel that was not ticked is off, a term that was not picked is missing.</summary>
/// <param name="Channels">Channels ticked.</param>
/// <param name="TermDays">Term picked; null when none.</param>
/// <param name="Language">Language in which the words were read.</param>
public sealed record ConsentForm(IReadOnlyList<Channel> Channels, int? TermDays, Language Language)
{
    /// <summary>An untouched prompt.</summary>
    public static ConsentForm Empty(Language language) => new([], null, language);

    /// <summary>A channel as the form names it: as the wire does.</summary>
    public static string Name(Channel channel) => channel.ToString().ToUpperInvariant();

    /// <summary>Reads the fields `channel` (once per tick), `term` and `language`.</summary>
    internal static ConsentForm Read(IFormCollection fields, Language otherwise)
    {
        var channels = Enum.GetValues<Channel>().Where(channel => fields["channel"].Any(ticked => Name(channel).Equals(ticked, StringComparison.Ordinal))).ToArray();
        int? term = int.TryParse(fields["term"], NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : null;
        var language = fields["language"].ToString() switch { "en" => Language.En, "zh" => Language.Zh, _ => otherwise };
        return new ConsentForm(channels, term, language);
    }

    /// <summary>The choices, or every fault in the order of the page.</summary>
    public (ConsentChoices? Choices, IReadOnlyList<ConsentFault> Faults) Decide(ServicePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var offered = Channels.Where(channel => policy.PromiseOf(channel) is not null).ToArray();
        var faults = new List<ConsentFault>();
        if (offered.Length == 0)
            faults.Add(ConsentFault.ChannelMissing);
        if (TermDays is not { } days || !policy.TermDays.Contains(days))
            faults.Add(ConsentFault.TermMissing);
        return faults.Count == 0 ? (new ConsentChoices(offered, TermDays!.Value, Language), []) : (null, faults);
    }
}
