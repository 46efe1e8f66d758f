using Ascs.Contracts;

namespace Ascs.Trust.Gate;

/// <summary>All header fields together stay within a bound (CHEAA-4.1.3.3 b: every parameter has a bounded length).</summary>
internal sealed class CheckHeaders : Check
{
    /// <summary>Signed calls carry about 1 kB.</summary>
    public const int MaxBytes = 16 * 1024;

    public override IReadOnlyList<ProblemCode> Refusals { get; } = [ProblemCodes.HeadersTooLarge];

    private protected override Problem? Run(Passage passage, GateParts parts) => Unless(passage.Call.FieldBytes <= MaxBytes);
}
