using Ascs.Trust.Limits;

namespace Ascs.Trust.Tests.Limits;

/// <summary>The fields as draft-ietf-httpapi-ratelimit-headers-10 writes them.</summary>
public sealed class LimitFieldsTests
{
    [Fact]
    public void each_level_is_an_item_with_its_parameters()
    {
        LimitLevel[] levels =
        [
            new("platform", 4000, TimeSpan.FromSeconds(2), 3999, TimeSpan.FromMilliseconds(0.5), "requests"),
            new("enterprise", 50_000, TimeSpan.FromSeconds(5), 49_500, TimeSpan.FromMilliseconds(50), "aids"),
        ];
        Assert.Equal(
            [
                KeyValuePair.Create("ratelimit-policy", "\"platform\";q=4000;w=2, \"enterprise\";q=50000;qu=\"aids\";w=5"),
                KeyValuePair.Create("ratelimit", "\"platform\";r=3999;t=1, \"enterprise\";r=49500;t=1"),
            ],
            LimitFields.Of(levels));
    }

    [Fact]
    public void without_levels_there_are_no_fields() => Assert.Empty(LimitFields.Of([]));

    [Theory]
    [InlineData(0.001, "1")]
    [InlineData(1, "1")]
    [InlineData(1.001, "2")]
    public void a_wait_is_whole_seconds_and_never_too_short(double seconds, string expected) => Assert.Equal(expected, LimitFields.Seconds(TimeSpan.FromSeconds(seconds)));
}
