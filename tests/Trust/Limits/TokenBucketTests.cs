using Ascs.Trust.Limits;
using CsCheck;

namespace Ascs.Trust.Tests.Limits;

public sealed class TokenBucketTests
{
    private static readonly RateLimit Limit = new(PerSecond: 10, Burst: 5);

    private static TimeSpan Ms(double milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    [Fact]
    public void a_burst_passes_and_the_next_waits_for_exactly_what_is_missing()
    {
        var state = TimeSpan.Zero;
        for (var i = 0; i < 5; i++) state = Pass(state, Ms(0), 1);
        Assert.Equal(new BucketDecision(Ms(500), Ms(500), Ms(100)), TokenBucket.Take(state, Limit, Ms(0), 1));
        Assert.Equal(Ms(1), TokenBucket.Take(state, Limit, Ms(99), 1).Wait);
        Assert.True(TokenBucket.Take(state, Limit, Ms(100), 1).Passes);
    }

    [Fact]
    public void a_refused_call_costs_nothing()
    {
        var state = Pass(TimeSpan.Zero, Ms(0), 5);
        for (var i = 0; i < 1000; i++)
        {
            var refused = TokenBucket.Take(state, Limit, Ms(50), 2);
            Assert.Equal((Ms(500), Ms(150)), (refused.FullAt, refused.Wait));
        }
    }

    [Fact]
    public void what_is_not_used_is_not_saved_beyond_the_burst()
    {
        var state = Pass(Ms(10), TimeSpan.FromDays(100), 5);
        Assert.False(TokenBucket.Take(state, Limit, TimeSpan.FromDays(100), 1).Passes);
    }

    [Fact]
    public void more_than_the_bucket_holds_passes_when_it_is_full_and_is_paid_afterwards()
    {
        var state = Pass(TimeSpan.Zero, Ms(0), 20);
        Assert.Equal(Ms(1600), TokenBucket.Take(state, Limit, Ms(0), 1).Wait);
        Assert.Equal(Ms(2000), TokenBucket.Take(state, Limit, Ms(0), 20).Wait);
        Assert.True(TokenBucket.Take(state, Limit, Ms(2000), 20).Passes);
    }

    [Fact]
    public void the_level_tells_what_is_left()
    {
        var level = TokenBucket.Take(TimeSpan.Zero, Limit, Ms(1000), 2).ToLevel("platform", Limit, "requests");
        Assert.Equal(new LimitLevel("platform", 5, Ms(500), 3, Ms(200), "requests"), level);
        Assert.Equal(0, TokenBucket.Take(Ms(2000), Limit, Ms(0), 1).ToLevel("platform", Limit, "requests").Remaining); // on credit
    }

    // Whatever comes when: never more than burst + rate x time passes, and whoever waits as long as told passes.
    [Fact]
    public void never_more_than_the_rate_and_never_a_wait_that_is_too_short() => Gen.Select(Gen.Int[1, 5000], Gen.Int[1, 200], Gen.Int[0, 400].Array[1, 60], Gen.Int[1, 30]).Sample(
        (rate, burst, gaps, most) =>
        {
            var limit = new RateLimit(rate, burst);
            var (state, now, passed) = (TimeSpan.Zero, TimeSpan.FromHours(1), 0L);
            for (var i = 0; i < gaps.Length; i++)
            {
                now += Ms(gaps[i] / 10.0);
                var cost = Math.Min(1 + (gaps[i] % most), burst);
                var decision = TokenBucket.Take(state, limit, now, cost);
                if (decision.Passes) passed += cost;
                else Assert.True(TokenBucket.Take(decision.FullAt, limit, now + decision.Wait, cost).Passes);
                state = decision.FullAt;
                Assert.True((passed - burst) * limit.Each <= now - TimeSpan.FromHours(1));
            }
        });

    private static TimeSpan Pass(TimeSpan state, TimeSpan now, int cost)
    {
        var decision = TokenBucket.Take(state, Limit, now, cost);
        Assert.True(decision.Passes);
        return decision.FullAt;
    }
}
