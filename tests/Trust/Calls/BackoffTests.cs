using Ascs.Contracts;
using Ascs.Trust.Calls;

namespace Ascs.Trust.Tests.Calls;

public sealed class BackoffTests
{
    [Fact]
    public void each_pause_is_twice_the_one_before_and_none_exceeds_the_longest()
    {
        var backoff = new Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(7));
        var pauses = new List<TimeSpan> { backoff.First };
        for (var i = 0; i < 4; i++) pauses.Add(backoff.After(pauses[^1]));
        Assert.Equal([1, 2, 4, 7, 7], pauses.Select(p => p.TotalSeconds));
    }

    [Theory]
    [InlineData(null, 3)]
    [InlineData(1, 3)]
    [InlineData(5, 5)]
    [InlineData(60, 7)]
    public void a_pause_is_as_long_as_the_peer_asked_within_the_longest(int? asked, int expected)
    {
        var problem = new Problem(ProblemCodes.TooManyRequests) { RetryAfter = asked is { } seconds ? TimeSpan.FromSeconds(seconds) : null };
        Assert.Equal(expected, new Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(7)).AsAsked(TimeSpan.FromSeconds(3), problem).TotalSeconds);
    }
}
