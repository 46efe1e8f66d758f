using Ascs.Contracts;

namespace Ascs.Trust.Gate;

/// <summary>CHEAA-4.1.3.3 c, d: one JSON value in valid UTF-8, not nested too deep, without lists too long, and without characters that hide or reorder text.</summary>
internal sealed class CheckText : Check
{
    public override IReadOnlyList<ProblemCode> Refusals { get; } = [ProblemCodes.SchemaInvalid];

    private protected override Problem? Run(Passage passage, GateParts parts)
    {
        passage.Scan = BodyScan.Of(passage.Body.Span, passage.Endpoint.Limits.MaxItems);
        return passage.Scan.Fault is { } fault ? new Problem(Refusals[0], fault) : null;
    }
}
