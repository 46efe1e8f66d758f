using Ascs.Contracts;

namespace Ascs.Trust.Gate;

/// <summary>CHEAA-4.1.3.3 a: data travels by POST or PUT, whichever the catalogue says.</summary>
internal sealed class CheckMethod : Check
{
    public override IReadOnlyList<ProblemCode> Refusals { get; } = [ProblemCodes.MethodNotAllowed];

    private protected override Problem? Run(Passage passage, GateParts parts) =>
        Unless(string.Equals(passage.Call.Method, passage.Endpoint.Method, StringComparison.Ordinal));
}
