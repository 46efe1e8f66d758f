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

    [Theory]
    [InlineData(1, 1000)]
    [InlineData(2, 2000)]
    [InlineData(3, null)]
    public void what_the_peer_asks_for_is_waited_when_it_is_short_and_told_the_caller_when_not(int seconds, int? expected)
    {
        var asked = new Problem(ProblemCodes.TooManyRequests) { RetryAfter = TimeSpan.FromSeconds(seconds) };
        Assert.Equal(expected, (int?)Retries.After(1, new Reply(429, default, asked))?.TotalMilliseconds);
        Assert.Null(Retries.After(4, new Reply(429, default, asked)));
    }

    [Fact]
    public void a_success_is_not_tried_again() => Assert.Null(Retries.After(1, new Reply(200, default, null)));
}
