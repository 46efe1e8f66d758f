using Ascs.Contracts;

namespace Ascs.Trust.Gate;

/// <summary>A platform that acts for an enterprise names no other one in its calls.</summary>
internal sealed class CheckEnterprise : Check
{
    public override IReadOnlyList<ProblemCode> Refusals { get; } = [ProblemCodes.EnterpriseForeign];

    private protected override Problem? Run(Passage passage, GateParts parts) => Unless(
        passage.Scan!.EnterpriseId is not { } named
        || passage.Caller!.Role is not (Role.Enterprise or Role.BackOffice)
        || named == passage.Caller.EnterpriseId?.ToString());
}
