using Ascs.Contracts;
using Ascs.Trust.Limits;

namespace Ascs.Trust.Gate;

/// <summary>
/// CHEAA-4.1.5.1 b: how many AIDs an enterprise names, and how often each. Behind the checks of what the call says and for whom; before the idempotency key is claimed,
/// so that the key of a refused act is as new.
/// </summary>
internal sealed class CheckEnterpriseLimit : Check
{
    public override IReadOnlyList<ProblemCode> Refusals { get; } = [ProblemCodes.TooManyRequests];

    private protected override Problem? Run(Passage passage, GateParts parts)
    {
        var taken = parts.Limiter.TakeNamed(passage.Caller!, NamedAids.Of(passage.Request!));
        passage.Levels.AddRange(taken.Select(each => each.Level));
        return taken.Select(each => each.Problem).FirstOrDefault(problem => problem is not null);
    }
}
