using Ascs.Client.Folders;
using Ascs.Contracts;
using Ascs.Trust.Audit;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;

namespace Ascs.Client.Calls;

/// <summary>Calls to the trusted party with stamps that its clock accepts.</summary>
internal sealed class TrustedPartyCalls(
    ClientParts parts, IPlatformCaller caller, IAuditTrail audit, IPlatformDirectory directory, PeerClocks clocks, PartnerClock clock)
{
    public Peer TrustedParty { get; } = directory.TrustedParty();

    public EnterpriseId Enterprise { get; } = directory.Self.EnterpriseId!.Value;

    /// <summary>A call; made again once with the same key and the trusted party's time when it refuses ours.</summary>
    public async Task<Answer<TAnswer>> CallAsync<TRequest, TAnswer>(Endpoint<TRequest, TAnswer> endpoint, TRequest request, string? idempotencyKey, CancellationToken ct)
        where TRequest : class
        where TAnswer : class
    {
        await parts.RecordAsync(audit, ct);
        var (answer, followed) = await TryAsync(endpoint, request, idempotencyKey, ct);
        if (answer.Problem?.Code != ProblemCodes.TimestampOutOfRange)
            return answer;
        return followed ? (await TryAsync(endpoint, request, idempotencyKey, ct)).Answer : ProblemCodes.ClockSkew;
    }

    /// <summary>Asks for as little as there is, once, so that the clock is right before a person's consent is stamped with it.</summary>
    public async Task SettleClockAsync(CancellationToken ct)
    {
        if (clocks.Of(TrustedParty.PlatId) is null)
            await CallAsync(TrustedPartyCatalogue.ReplayEvents, new ReplayEventsRequest(1, Enterprise, 1, 1), null, ct);
    }

    private async Task<(Answer<TAnswer> Answer, bool Followed)> TryAsync<TRequest, TAnswer>(
        Endpoint<TRequest, TAnswer> endpoint, TRequest request, string? idempotencyKey, CancellationToken ct)
        where TRequest : class
        where TAnswer : class
    {
        var under = clock.Correction;
        var answer = await caller.CallAsync(TrustedParty, endpoint, request, idempotencyKey, ct);
        return (answer, clocks.IsOff(TrustedParty.PlatId) && clock.Follow(under, clocks.Of(TrustedParty.PlatId)!.Value));
    }
}
