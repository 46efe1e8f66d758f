using Ascs.Contracts;
using Ascs.Operator.Deliveries;
using Ascs.Storage;

namespace Ascs.Operator.Tests.Deliveries;

/// <summary>Protocol 6: orders of a platform whose clock is over two seconds off are refused.</summary>
public sealed class ClockTests
{
    [Theory]
    [InlineData(-2000, true)] // our clock is two seconds behind
    [InlineData(-2001, false)]
    [InlineData(17000, true)] // fifteen on the way, two of skew
    [InlineData(17001, false)]
    public async Task Orders_are_taken_from_about_now_and_otherwise_nothing_is_recorded(int age, bool taken)
    {
        await using var bed = await new Bed().ImportAsync();
        await bed.RunServiceAsync();
        var orders = bed.Orders(await bed.PersonAsync());
        var answer = await bed.SubmitAsync(orders, age: TimeSpan.FromMilliseconds(age));
        Assert.Equal(taken ? null : ProblemCodes.ClockSkew, answer.Problem?.Code);
        var stored = await bed.Inner.RangeAsync(Containers.Work, DeliveryPlaces.Partition, IdRange.First, IdRange.End, 100, CancellationToken.None);
        Assert.Equal(taken, stored.Items.Any(d => d.Key.Id.StartsWith(DeliveryPlaces.Done, StringComparison.Ordinal)));
        Assert.Equal(!taken, bed.Logs.Any(l => l.Contains("no orders are taken", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_refused_call_may_be_repeated_under_its_key() => Assert.True(ProblemCodes.ClockSkew.Retry);
}
