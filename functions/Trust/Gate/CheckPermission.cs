using Ascs.Contracts;

namespace Ascs.Trust.Gate;

/// <summary>CHEAA-4.1.2.3: deny by default; only the roles that the catalogue names.</summary>
internal sealed class CheckPermission : Check
{
    public override IReadOnlyList<ProblemCode> Refusals { get; } = [ProblemCodes.PermissionDenied];

    private protected override Problem? Run(Passage passage, GateParts parts) => Unless(passage.Endpoint.Callers.Contains(passage.Caller!.Role));
}
