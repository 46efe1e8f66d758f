using Ascs.Contracts;
using Ascs.Trust.Calls;

namespace Ascs.Trust.Tests.Calls;

public sealed class RetriesTests
{
    [Fact]
    public void three_more_tries_then_it_is_given_up() =>
        Assert.Equal([100, 400, 1200, null], Enumerable.Range(1, 4).Select(tries => Retries.After(tries, Reply.Nothing)?.TotalMilliseconds));

    [Theory]
    [InlineData("UNAVAILABLE", true)]
    [InlineData("OPERATOR_UNAVAILABLE", true)]
    [InlineData("IDEMPOTENCY_IN_PROGRESS", true)]
    [InlineData("SEQUENCE_GAP", false)]
    [InlineData("INTERNAL", false)]
    [InlineData("TOO_MANY_REQUESTS", false)]
    [InlineData("REPLAYED", false)]
    [InlineData("AID_UNKNOWN", false)]
    public void only_what_another_try_soon_may_mend_is_tried_again(string code, bool again) =>
        Assert.Equal(again, Retries.After(1, new Reply(400, default, ProblemCodes.Find(code)!)) is not null);

    [Fact]
    public void a_success_is_not_tried_again() => Assert.Null(Retries.After(1, new Reply(200, default, null)));
}
