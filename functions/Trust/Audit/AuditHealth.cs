using Ascs.Trust.Hosting;

namespace Ascs.Trust.Audit;

/// <summary>The trail can be written, and its end was found as it was left.</summary>
internal sealed class AuditHealth(AuditTrail trail) : IHealthPart
{
    public string Name => "audit";

    public Task<bool> IsUpAsync(CancellationToken cancellationToken) => Task.FromResult(trail.Works && !trail.IsBroken);
}
