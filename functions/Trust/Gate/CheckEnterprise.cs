using Ascs.Contracts;
using Ascs.Trust.Directory;

namespace Ascs.Trust.Gate;

/// <summary>A platform that acts for an enterprise names no other one in its calls, and nobody one that its permission is not for (CHEAA-4.1.2.3).</summary>
internal sealed class CheckEnterprise : Check
{
    public override IReadOnlyList<ProblemCode> Refusals { get; } = [ProblemCodes.EnterpriseForeign];

    private protected override Problem? Run(Passage passage, GateParts parts)
    {
        var (caller, named) = (passage.Caller!, passage.Scan!.EnterpriseId);
        if (named is null) return Unless(caller.Permits(passage.Endpoint.Name, caller.EnterpriseId));
        if (!EnterpriseId.TryParse(named, out var enterprise)) return Unless(false);
        return Unless((caller.EnterpriseId is null || caller.EnterpriseId == enterprise) && caller.Permits(passage.Endpoint.Name, enterprise));
    }
}
