using Ascs.Contracts;
using Ascs.Trust.Tests.Gate;
using Ascs.Trust.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Ascs.Trust.Tests.Idempotency;

/// <summary>Repeated acts over the wire.</summary>
public sealed class RepeatedCallTests(TestWorld world) : IClassFixture<TestWorld>
{
    private AnswerRevocations Handler => world.Party.Services.GetRequiredService<AnswerRevocations>();

    [Fact]
    public async Task a_repeated_act_is_answered_from_the_store_and_says_so()
    {
        var first = await new CallDraft(world) { Key = "repeated-act-0001" }.SendAsync();
        var second = await new CallDraft(world) { Key = "repeated-act-0001" }.SendAsync();
        Assert.Equal((202, false, true), (first.Status, first.Replayed, second.Replayed));
        Assert.Equal(first.Status, second.Status);
        Assert.Equal(first.Body, second.Body);
        Assert.True(second.Signed);
        Assert.Equal(1, Runs("repeated-act-0001"));
    }

    [Fact]
    public async Task the_key_with_another_request_is_refused()
    {
        await new CallDraft(world) { Key = "repeated-act-0002" }.SendAsync();
        var other = await new CallDraft(world) { Key = "repeated-act-0002", BodyText = """{"v":1,"enterpriseId":"acme","aids":["000000000000000000000000000"],"by":"OPERATOR"}""" }.SendAsync();
        Assert.Equal("IDEMPOTENCY_KEY_REUSED", other.Code);
    }

    [Fact]
    public async Task a_lasting_refusal_is_kept_and_a_passing_one_is_not()
    {
        Handler.Next = ProblemCodes.AidUnknown;
        Assert.Equal("AID_UNKNOWN", (await new CallDraft(world) { Key = "repeated-act-0003" }.SendAsync()).Code);
        Assert.Equal("AID_UNKNOWN", (await new CallDraft(world) { Key = "repeated-act-0003" }.SendAsync()).Code);
        Assert.Equal(1, Runs("repeated-act-0003"));
        Handler.Next = ProblemCodes.OperatorUnavailable;
        Assert.Equal("OPERATOR_UNAVAILABLE", (await new CallDraft(world) { Key = "repeated-act-0004" }.SendAsync()).Code);
        Assert.Equal("none", (await new CallDraft(world) { Key = "repeated-act-0004" }.SendAsync()).Code);
        Assert.Equal(2, Runs("repeated-act-0004"));
    }

    [Fact]
    public async Task after_a_bug_the_key_is_free_again()
    {
        using (world.Party.Handled.Working(() => throw new InvalidOperationException()))
            Assert.Equal("INTERNAL", (await new CallDraft(world) { Key = "repeated-act-0005" }.SendAsync()).Code);
        Assert.Equal("none", (await new CallDraft(world) { Key = "repeated-act-0005" }.SendAsync()).Code);
    }

    private int Runs(string key) => world.Party.Handled.Calls.Count(call => call.IdempotencyKey == key);
}
