using Ascs.Contracts;

namespace Ascs.Trust.Gate;

/// <summary>The body is no larger than the endpoint takes. First, for nothing else may cost more than the limit.</summary>
internal sealed class CheckSize : Check
{
    public override IReadOnlyList<ProblemCode> Refusals { get; } = [ProblemCodes.BodyTooLarge];

    private protected override Problem? Run(Passage passage, GateParts parts) =>
        Unless(passage.Call.Body is { } body && body.Length <= passage.Endpoint.Limits.MaxBodyBytes);
}
