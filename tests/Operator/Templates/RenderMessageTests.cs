using Ascs.Operator.Templates;

namespace Ascs.Operator.Tests.Templates;

public sealed class RenderMessageTests
{
    [Theory]
    [InlineData("A1", "【小店】您的订单A1已发出")]
    [InlineData("{order}", "【小店】您的订单{order}已发出")] // a value is no template
    [InlineData("😀", "【小店】您的订单😀已发出")]
    [InlineData("【假】", null)]
    [InlineData("a\nb", null)]
    [InlineData("\u202Eevil", null)] // turns the text around
    [InlineData("123456789012345678901", null)] // 21 of 20
    [InlineData("赌-博", null)]
    [InlineData(null, null)] // what {"order":null} is read as
    public void A_value_is_put_in_or_the_message_is_refused(string? value, string? text) =>
        Assert.Equal(text, RenderMessage.Render(Bed.Approved, new Dictionary<string, string> { ["order"] = value! }, ["赌博"], 8));

    [Fact]
    public void Half_a_character_is_refused() =>
        Assert.Null(RenderMessage.Render(Bed.Approved, new Dictionary<string, string> { ["order"] = new([(char)0xD800, 'a']) }, [], 8));

    [Fact]
    public void Advertising_offers_the_way_out_once()
    {
        var values = new Dictionary<string, string> { ["order"] = "A1" };
        Assert.EndsWith("，拒收请回复R", RenderMessage.Render(Bed.Approved with { Promotional = true }, values, [], 8), StringComparison.Ordinal);
        var own = Bed.Approved with { Promotional = true, Body = "{order} 拒收请回复R" };
        Assert.Equal("【小店】A1 拒收请回复R", RenderMessage.Render(own, values, [], 8));
    }

    [Theory]
    [InlineData('a', 160, 1), InlineData('a', 161, 2), InlineData('a', 306, 2), InlineData('a', 307, 3)]
    [InlineData('€', 80, 1), InlineData('€', 81, 2)] // escaped: two each
    [InlineData('好', 70, 1), InlineData('好', 71, 2), InlineData('好', 134, 2), InlineData('好', 135, 3)]
    public void Segments_are_counted_as_networks_do(char letter, int count, int segments) => Assert.Equal(segments, Segments.Of(new string(letter, count)));
}
