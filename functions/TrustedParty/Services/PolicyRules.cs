using Ascs.Contracts;

namespace Ascs.TrustedParty.Services;

/// <summary>The rules of one policy.</summary>
internal static class PolicyRules
{
    private const int LongestTerm = 730; // never permanent (ISC-6.2.2.1 b)

    public static IEnumerable<string> Check(ServicePolicy policy)
    {
        if (policy.V != 1 || policy.Version < 1)
            yield return "v must be 1 and version 1 or more.";
        if (policy.Offers.Count == 0 || policy.Offers.Select(o => o.Channel).Distinct().Count() != policy.Offers.Count)
            yield return "offers: at least one channel, each once.";
        foreach (var offer in policy.Offers.Where(o => !o.Promise.IsValid))
            yield return $"promise of {offer.Channel}: hours, caps or senders are out of range.";
        if (!Ascending(policy.TermDays))
            yield return $"termDays: at least one, ascending, each 1 to {LongestTerm}.";
        if (policy.Identifiers.Count == 0 || policy.Identifiers.Distinct().Count() != policy.Identifiers.Count)
            yield return "identifiers: at least one kind, each once (ISC-6.1.1.3).";
        if (!Uri.TryCreate(policy.CancelAddress, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)
            yield return "cancelAddress: an https address.";
        foreach (var (name, text) in Texts(policy))
        {
            foreach (var fault in TextRules.Check(text))
                yield return $"{name}: {fault}";
        }
    }

    private static bool Ascending(IReadOnlyList<int> terms) =>
        terms.Count > 0 && terms.All(days => days is >= 1 and <= LongestTerm) && terms.Zip(terms.Skip(1)).All(pair => pair.First < pair.Second);

    private static (string Name, LocalText Text)[] Texts(ServicePolicy policy) =>
    [
        ("enterpriseName", policy.EnterpriseName), ("providerName", policy.ProviderName), ("serviceName", policy.ServiceName),
        ("content", policy.Content), ("contact", policy.Contact), ("cancelPath", policy.CancelPath),
    ];
}
