using Ascs.Contracts;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;

namespace Ascs.TrustedParty.Tests.World;

/// <summary>Calls of one process to the fakes.</summary>
internal sealed class FakeCaller(TestWorld world, FakeClocks clocks, KillSwitch kill) : IPlatformCaller
{
    public async Task<Answer<TAnswer>> CallAsync<TRequest, TAnswer>(
        Peer peer, Endpoint<TRequest, TAnswer> endpoint, TRequest request, string? idempotencyKey, CancellationToken cancellationToken)
        where TRequest : class
        where TAnswer : class
    {
        Assert.Matches("^[0-9A-Za-z_-]{16,64}$", idempotencyKey);
        if (request is SubmitDeliveriesRequest { Orders.Count: 0 }) OperatorOf(peer).ClockKeys.Enqueue(idempotencyKey!);
        try
        {
            return await kill.ActAsync(async () =>
            {
                await Task.Yield();
                if (request is SubmitDeliveriesRequest) await MeetAsync(OperatorOf(peer));
                return (Answer<TAnswer>)Answer(peer, request);
            });
        }
        catch (Ascs.Storage.StoreUnavailableException)
        {
            return ProblemCodes.Unavailable;
        }
    }

    private FakeOperator OperatorOf(Peer peer) => world.Operators.Single(o => o.Peer == peer);

    // Any answer tells the time.
    private async Task MeetAsync(FakeOperator home)
    {
        await home.Busy();
        if (!home.IsAway) clocks.Measure(home);
    }

    private object Answer<TRequest>(Peer peer, TRequest request) => request switch
    {
        SubmitDeliveriesRequest orders => OperatorOf(peer).Submit(orders),
        EventBatch events => world.Enterprise.Take(events),
        _ => throw new NotSupportedException(),
    };
}
