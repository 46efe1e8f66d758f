using Ascs.Contracts;

namespace Ascs.Trust.Gate;

/// <summary>
/// CHEAA-4.1.5.1 b: how often a platform calls. Behind the certificate, so that nobody spends what is another's; before everything that costs more than looking it up.
/// </summary>
internal sealed class CheckPlatformLimit : Check
{
    public override IReadOnlyList<ProblemCode> Refusals { get; } = [ProblemCodes.TooManyRequests];

    private protected override Problem? Run(Passage passage, GateParts parts)
    {
        var taken = parts.Limiter.TakePlatform(passage.Claimed);
        passage.Levels.Add(taken.Level);
        return taken.Problem;
    }
}
