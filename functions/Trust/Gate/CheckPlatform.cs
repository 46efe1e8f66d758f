using Ascs.Contracts;

namespace Ascs.Trust.Gate;

/// <summary>CHEAA-4.1.2.3: whoever is not paired with this platform is nobody.</summary>
internal sealed class CheckPlatform : Check
{
    public override IReadOnlyList<ProblemCode> Refusals { get; } = [ProblemCodes.PlatformUnknown];

    private protected override Problem? Run(Passage passage, GateParts parts)
    {
        passage.Caller = parts.Directory.Find(passage.Claimed);
        return Unless(passage.Caller is not null);
    }
}
