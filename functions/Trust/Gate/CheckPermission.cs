using Ascs.Contracts;
using Ascs.Trust.Directory;

namespace Ascs.Trust.Gate;

/// <summary>CHEAA-4.1.2.3: deny by default; only what the peer was granted, and of that only what the catalogue has for its role.</summary>
internal sealed class CheckPermission : Check
{
    public override IReadOnlyList<ProblemCode> Refusals { get; } = [ProblemCodes.PermissionDenied];

    private protected override Problem? Run(Passage passage, GateParts parts) => Unless(
        passage.Endpoint.Callers.Contains(passage.Caller!.Role) && passage.Caller.Granted(passage.Endpoint.Name) is not null);
}
