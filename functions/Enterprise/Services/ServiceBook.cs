using Ascs.Contracts;

namespace Ascs.Enterprise.Services;

/// <summary>The enterprise's own policies.</summary>
internal sealed class ServiceBook(EnterpriseOptions options)
{
    private readonly ServicePolicy[] policies = [.. options.Policies.Where(p => p.EnterpriseId == options.EnterpriseId)];

    /// <summary>Newest version of each service, in the order given.</summary>
    public IReadOnlyList<ServicePolicy> Newest { get; } =
        [.. options.Policies.Where(p => p.EnterpriseId == options.EnterpriseId).GroupBy(p => p.ServiceId).Select(g => g.MaxBy(p => p.Version)!)];

    /// <summary>The newest policy, or the version asked for.</summary>
    public ServicePolicy? Find(ServiceId service, int? version = null) =>
        policies.Where(p => p.ServiceId == service && (version is null || p.Version == version)).MaxBy(p => p.Version);

    /// <summary>All versions, newest first.</summary>
    public IReadOnlyList<ServicePolicy> Versions(ServiceId service) => [.. policies.Where(p => p.ServiceId == service).OrderByDescending(p => p.Version)];
}
