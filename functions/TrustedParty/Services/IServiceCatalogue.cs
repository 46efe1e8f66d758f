using Ascs.Contracts;

namespace Ascs.TrustedParty.Services;

/// <summary>Policies and templates the trusted party has approved (ISC-6.2.3.1), all versions.</summary>
internal interface IServiceCatalogue
{
    /// <summary>The newest policy of a service, or the version asked for; null when there is none.</summary>
    ServicePolicy? Policy(EnterpriseId enterprise, ServiceId service, int? version = null);

    /// <summary>An approved template, or null.</summary>
    MessageTemplate? Template(EnterpriseId enterprise, TemplateId template, int version);
}
