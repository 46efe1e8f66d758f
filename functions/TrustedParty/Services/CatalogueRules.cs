using Ascs.Contracts;

namespace Ascs.TrustedParty.Services;

/// <summary>What a policy and a template must be before anything is shown or sent under them (ISC-6.2.3.1).</summary>
internal static class CatalogueRules
{
    /// <summary>Every fault, each one sentence that begins with its place.</summary>
    public static IReadOnlyList<string> Check(IReadOnlyList<ServicePolicy> policies, IReadOnlyList<MessageTemplate> templates)
    {
        var faults = new List<string>();
        foreach (var policy in policies)
            faults.AddRange(PolicyRules.Check(policy).Select(fault => $"service {policy.EnterpriseId}/{policy.ServiceId} v{policy.Version}: {fault}"));
        faults.AddRange(Twice(policies.Select(p => $"service {p.EnterpriseId}/{p.ServiceId} v{p.Version}")));
        var offers = policies.SelectMany(p => p.Offers.Select(offer => (p.EnterpriseId, p.ServiceId, offer.Channel))).ToHashSet();
        foreach (var template in templates)
        {
            var place = $"template {template.EnterpriseId}/{template.TemplateId} v{template.Version}";
            faults.AddRange(TemplateRules.Check(template).Select(fault => $"{place}: {fault}"));
            if (!offers.Contains((template.EnterpriseId, template.ServiceId, template.Channel)))
                faults.Add($"{place}: no version of its service offers its channel.");
        }

        faults.AddRange(Twice(templates.Select(t => $"template {t.EnterpriseId}/{t.TemplateId} v{t.Version}")));
        return faults;
    }

    private static IEnumerable<string> Twice(IEnumerable<string> places) =>
        places.GroupBy(place => place, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => $"{same.Key}: stands {same.Count()} times.");
}
