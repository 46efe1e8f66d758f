using Ascs.Contracts;
using Ascs.Trust.Signing;

namespace Ascs.Trust.Gate;

/// <summary>RFC 9530: the digest is there and is that of the body received.</summary>
internal sealed class CheckDigest : Check
{
    public override IReadOnlyList<ProblemCode> Refusals { get; } = [ProblemCodes.DigestMismatch];

    private protected override Problem? Run(Passage passage, GateParts parts)
    {
        var field = passage.Call.Fields(SignedFieldNames.ContentDigest);
        return Unless(field.Count == 1 && ContentDigest.Check(field, passage.Body.Span) is null);
    }
}
