using Ascs.Contracts;

namespace Ascs.TrustedParty.Services;

/// <summary>All policies and templates in memory; they change with the files and a restart. Immutable.</summary>
internal sealed class ServiceCatalogue : IServiceCatalogue
{
    private readonly Dictionary<(EnterpriseId, ServiceId, int), ServicePolicy> policies;
    private readonly Dictionary<(EnterpriseId, ServiceId), ServicePolicy> newest;
    private readonly Dictionary<(EnterpriseId, TemplateId, int), MessageTemplate> templates;

    /// <summary>The catalogue of what has been checked by <see cref="CatalogueRules"/>.</summary>
    public ServiceCatalogue(IReadOnlyList<ServicePolicy> policies, IReadOnlyList<MessageTemplate> templates)
    {
        this.policies = policies.ToDictionary(p => (p.EnterpriseId, p.ServiceId, p.Version));
        newest = policies.GroupBy(p => (p.EnterpriseId, p.ServiceId)).ToDictionary(versions => versions.Key, versions => versions.MaxBy(p => p.Version)!);
        this.templates = templates.ToDictionary(t => (t.EnterpriseId, t.TemplateId, t.Version));
    }

    /// <inheritdoc/>
    public ServicePolicy? Policy(EnterpriseId enterprise, ServiceId service, int? version = null) => version is { } number
        ? policies.GetValueOrDefault((enterprise, service, number))
        : newest.GetValueOrDefault((enterprise, service));

    /// <inheritdoc/>
    public MessageTemplate? Template(EnterpriseId enterprise, TemplateId template, int version) => templates.GetValueOrDefault((enterprise, template, version));
}
