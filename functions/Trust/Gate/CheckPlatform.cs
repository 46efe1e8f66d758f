using Ascs.Contracts;
using Ascs.Trust.Directory;

namespace Ascs.Trust.Gate;

/// <summary>CHEAA-4.1.2.3: whoever is not paired with this platform is nobody, and who is suspended may do nothing.</summary>
internal sealed class CheckPlatform : Check
{
    public override IReadOnlyList<ProblemCode> Refusals { get; } = [ProblemCodes.PlatformUnknown, ProblemCodes.PlatformSuspended];

    private protected override Problem? Run(Passage passage, GateParts parts)
    {
        passage.Caller = parts.Directory.Find(passage.Claimed);
        return passage.Caller is { State: PeerState.Suspended } ? ProblemCodes.PlatformSuspended : Unless(passage.Caller is not null);
    }
}
