using Ascs.Trust.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Ascs.Trust.Tests.Hosting;

public sealed class LoopHealthTests
{
    private readonly FakeTimeProvider time = new(DateTimeOffset.UnixEpoch.AddYears(56));

    [Fact]
    public async Task work_that_fails_again_and_again_stays_down_and_comes_back_by_itself()
    {
        var health = new LoopHealth("work", time);
        Assert.True(await IsUpAsync(health));
        for (var i = 0; i < 3; i++)
        {
            health.Failed();
            time.Advance(TimeSpan.FromSeconds(15));
            Assert.False(await IsUpAsync(health));
        }

        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(await IsUpAsync(health));
    }

    private static Task<bool> IsUpAsync(LoopHealth health) => health.IsUpAsync(TestContext.Current.CancellationToken);
}
