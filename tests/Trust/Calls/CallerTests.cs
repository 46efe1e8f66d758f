using Ascs.Contracts;
using Ascs.Trust.Tests.Hosting;

namespace Ascs.Trust.Tests.Calls;

public sealed class CallerTests(TestWorld world) : IClassFixture<TestWorld>
{
    private static readonly RevokeRequest Revocation = new(1, TestWorld.Acme, [], RevokedBy.PersonOnPage);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_call_reaches_the_handler_and_its_answer_comes_back()
    {
        var answer = await world.First.Caller.CallAsync(
            world.Party.Self, TrustedPartyCatalogue.AidStates, new AidStatesRequest(1, TestWorld.Acme, []), null, Stop);
        Assert.Null(answer.Problem);
        Assert.Equal(200, answer.Status);
        Assert.Contains(world.Party.Handled.Calls, call => call.Caller.PlatId == world.First.PlatId && call.Operation == "aids/state");
    }

    [Fact]
    public async Task an_act_carries_its_author_signature_to_the_handler()
    {
        var answer = await world.First.Caller.CallAsync(world.Party.Self, TrustedPartyCatalogue.Revoke, Revocation, "key-of-an-act-0001", Stop);
        Assert.Equal(202, answer.Status);
        var call = Assert.Single(world.Party.Handled.Calls, call => call.IdempotencyKey == "key-of-an-act-0001");
        Assert.StartsWith("keyid=\"author-v1\", signature=:", call.Author);
    }
}
