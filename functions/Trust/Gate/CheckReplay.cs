using Ascs.Contracts;

namespace Ascs.Trust.Gate;

/// <summary>CHEAA-4.1.3.2 a: a signed message counts once.</summary>
internal sealed class CheckReplay : Check
{
    public override IReadOnlyList<ProblemCode> Refusals { get; } = [ProblemCodes.Replayed];

    internal override async ValueTask<Problem?> RunAsync(Passage passage, GateParts parts, CancellationToken cancellationToken) =>
        Unless(await parts.Replay.TryRememberAsync(
            passage.Claimed, passage.Signature!.Nonce, DateTimeOffset.FromUnixTimeMilliseconds(CheckTimestamp.Read(passage)!.Value), cancellationToken));
}
