using Ascs.Client.Calls;
using Microsoft.Extensions.Time.Testing;

namespace Ascs.Client.Tests;

public sealed class PartnerClockTests
{
    private readonly FakeTimeProvider machine = new(new DateTimeOffset(2026, 11, 23, 4, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(20)]
    [InlineData(-59)]
    [InlineData(60)]
    public void it_follows_up_to_an_hour(int minutes)
    {
        var clock = new PartnerClock(machine);
        Assert.True(clock.Follow(clock.Correction, TimeSpan.FromMinutes(minutes)));
        Assert.Equal(machine.GetUtcNow().AddMinutes(minutes), clock.GetUtcNow());
    }

    [Fact]
    public void it_follows_no_further_in_one_step_or_in_several()
    {
        var clock = new PartnerClock(machine);
        Assert.False(clock.Follow(clock.Correction, TimeSpan.FromMinutes(61)));
        Assert.True(clock.Follow(clock.Correction, TimeSpan.FromMinutes(40)));
        Assert.False(clock.Follow(clock.Correction, TimeSpan.FromMinutes(21)));
        Assert.Equal(TimeSpan.FromMinutes(40), clock.Correction);
    }

    [Fact]
    public void two_calls_that_saw_the_same_error_mend_it_once()
    {
        var clock = new PartnerClock(machine);
        Assert.True(clock.Follow(TimeSpan.Zero, TimeSpan.FromMinutes(20)));
        Assert.True(clock.Follow(TimeSpan.Zero, TimeSpan.FromMinutes(20)));
        Assert.Equal(TimeSpan.FromMinutes(20), clock.Correction);
    }
}
