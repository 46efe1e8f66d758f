using Ascs.Contracts;
using Ascs.Storage;
using Ascs.Trust.Limits;
using Microsoft.Extensions.Time.Testing;

namespace Ascs.Trust.Tests.Limits;

public sealed class DailyQuotaTests
{
    private static readonly EnterpriseId Acme = EnterpriseId.Parse("acme"), Bolt = EnterpriseId.Parse("bolt");

    // 23:00 of 22 November at +08:00.
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 22, 15, 0, 0, TimeSpan.Zero));

    private readonly InMemoryDocumentStore store;

    public DailyQuotaTests() => store = new InMemoryDocumentStore(time);

    [Fact]
    public async Task a_quota_is_given_to_the_last_and_not_beyond()
    {
        var quota = Make(10);
        Assert.True((await TakeAsync(quota, Acme, 7)).Passes);
        var refused = await TakeAsync(quota, Acme, 4);
        Assert.Equal((false, 3L), (refused.Passes, refused.Level.Remaining));
        Assert.Equal((ProblemCodes.QuotaExceeded, TimeSpan.FromHours(1)), (refused.Problem!.Code, refused.Problem.RetryAfter));
        Assert.True((await TakeAsync(quota, Acme, 3)).Passes);
        Assert.False((await TakeAsync(quota, Acme, 1)).Passes);
        Assert.True((await TakeAsync(quota, Bolt, 10)).Passes);
    }

    [Fact]
    public async Task at_midnight_of_beijing_there_is_a_new_one()
    {
        var quota = Make(10);
        await TakeAsync(quota, Acme, 10);
        time.Advance(TimeSpan.FromMinutes(59));
        Assert.False((await TakeAsync(quota, Acme, 1)).Passes);
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await TakeAsync(quota, Acme, 10)).Passes);
        Assert.False((await TakeAsync(quota, Acme, 1)).Passes);
    }

    [Fact]
    public async Task many_at_once_on_two_instances_get_the_quota_between_them_and_no_more()
    {
        DailyQuota[] instances = [Make(5000), Make(5000)];
        var answers = await Task.WhenAll(Enumerable.Range(0, 400).Select(i => Task.Run(() => TakeAsync(instances[i % 2], Acme, 25))));
        Assert.Equal(200, answers.Count(answer => answer.Passes));
    }

    [Fact]
    public async Task a_restart_gives_nothing_twice_and_loses_less_than_a_share()
    {
        await TakeAsync(Make(100_000), Acme, 1);
        var again = Make(100_000);
        Assert.False((await TakeAsync(again, Acme, 100_000)).Passes);
        Assert.True((await TakeAsync(again, Acme, 99_900)).Passes);
    }

    [Fact]
    public async Task a_share_is_written_once_and_not_for_every_act()
    {
        var quota = Make(100_000);
        for (var i = 0; i < 100; i++) await TakeAsync(quota, Acme, 1);
        var page = await store.RangeAsync(Containers.Work, "quota-acme", IdRange.First, IdRange.End, 10, TestContext.Current.CancellationToken);
        Assert.Contains("100", System.Text.Encoding.UTF8.GetString(Assert.Single(page.Items).Body.Span), StringComparison.Ordinal);
    }

    private DailyQuota Make(long perDay) => new(store, new LimitOptions { AidsPerDay = perDay }, time);

    private static Task<QuotaAnswer> TakeAsync(DailyQuota quota, EnterpriseId enterprise, int aids) => quota.TakeAsync(enterprise, aids, TestContext.Current.CancellationToken);
}
