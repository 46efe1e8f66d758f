using System.Text;
using Ascs.Trust.Gate;

namespace Ascs.Trust.Tests.Gate;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("同意接收短信，每周不超过三次。")]
    [InlineData("ｆｕｌｌ　ｗｉｄｔｈ")]
    [InlineData("𠮷野家 😀")]
    [InlineData("\u00A0")]
    public void what_people_write_is_plain(string text) => Assert.Null(Scan(text).Fault);

    [Theory]
    [InlineData('\u0000')]
    [InlineData('\n')]
    [InlineData('\u007F')]
    [InlineData('\u0085')]
    [InlineData('\u00AD')]
    [InlineData('\u061C')]
    [InlineData('\u200B')]
    [InlineData('\u200D')]
    [InlineData('\u200F')]
    [InlineData('\u2028')]
    [InlineData('\u202A')]
    [InlineData('\u202E')]
    [InlineData('\u2060')]
    [InlineData('\u2066')]
    [InlineData('\u2069')]
    [InlineData('\uFEFF')]
    [InlineData('\uFFFF')]
    public void what_hides_or_reorders_is_refused_raw_escaped_and_in_names(char symbol)
    {
        var escaped = $"\\u{(int)symbol:x4}";
        Assert.Equal("CHARACTER", Of($$"""{"a":["x{{escaped}}"]}""").Fault!.Rule);
        Assert.Equal("CHARACTER", Of($$"""{"x{{escaped}}":1}""").Fault!.Rule);
        if (symbol >= ' ') Assert.Equal("CHARACTER", Of($$"""{"a":"x{{symbol}}"}""").Fault!.Rule);
    }

    [Fact]
    public void tags_are_refused() => Assert.Equal("CHARACTER", Scan("\U000E0041").Fault!.Rule);

    [Fact]
    public void the_fault_is_pointed_at() => Assert.Equal("/a/0/b/1", Of("""{"a":[{"b":["","\u0007"]}]}""").Fault!.Pointer);

    private static BodyScan Scan(string text) => Of($$"""{"a":"{{text}}"}""");

    private static BodyScan Of(string json) => BodyScan.Of(Encoding.UTF8.GetBytes(json), 500);
}
