using Ascs.Trust.Limits;

namespace Ascs.Trust.Tests.Limits;

public sealed class BucketsTests
{
    private static readonly RateLimit Limit = new(PerSecond: 1, Burst: 2);

    private static readonly TimeSpan Start = TimeSpan.FromHours(1);

    [Fact]
    public void each_key_has_a_bucket_of_its_own()
    {
        var buckets = new Buckets<string>(Limit, 100);
        Assert.True(buckets.Take("a", 2, Start).Passes);
        Assert.False(buckets.Take("a", 1, Start).Passes);
        Assert.True(buckets.Take("b", 1, Start).Passes);
    }

    [Fact]
    public void of_several_buckets_all_are_taken_from_or_none()
    {
        var buckets = new Buckets<string>(Limit, 100);
        buckets.Take("empty", 2, Start);
        Assert.Equal(TimeSpan.FromSeconds(1), buckets.Take(["full", "empty", "other"], 1, Start).Wait);
        Assert.True(buckets.Take("full", 2, Start).Passes);
        Assert.True(buckets.Take("other", 2, Start).Passes);
    }

    [Fact]
    public void a_key_named_twice_in_a_call_counts_once()
    {
        var buckets = new Buckets<string>(Limit, 100);
        Assert.True(buckets.Take(["a", "a", "a"], 1, Start).Passes);
        Assert.True(buckets.Take("a", 1, Start).Passes);
    }

    [Fact]
    public void what_is_given_back_can_be_taken_again()
    {
        var buckets = new Buckets<string>(Limit, 100);
        buckets.Take("a", 2, Start);
        buckets.GiveBack("a", 2);
        Assert.True(buckets.Take("a", 2, Start).Passes);
    }

    [Fact]
    public void idle_ones_are_forgotten_and_a_flood_of_keys_stays_within_the_bound()
    {
        var buckets = new Buckets<int>(Limit, 100);
        for (var i = 0; i < 100; i++) buckets.Take(i, 1, Start);
        buckets.Take(1000, 1, Start + TimeSpan.FromSeconds(10));
        Assert.Equal(1, buckets.Count);
        for (var i = 0; i < 10_000; i++)
        {
            buckets.Take(i, 1, Start + TimeSpan.FromSeconds(10));
            Assert.InRange(buckets.Count, 1, 100);
        }
    }

    [Fact]
    public void in_a_flood_the_emptiest_buckets_stay()
    {
        var buckets = new Buckets<int>(Limit, 100);
        buckets.Take(-1, 2, Start);
        for (var i = 0; i < 1000; i++) buckets.Take(i, 1, Start);
        Assert.False(buckets.Take(-1, 1, Start).Passes);
    }

    [Fact]
    public async Task of_many_at_once_exactly_the_burst_passes()
    {
        var buckets = new Buckets<string>(new RateLimit(1, 50), 100);
        var passed = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => buckets.Take("a", 1, Start).Passes)));
        Assert.Equal(50, passed.Count(passes => passes));
    }
}
