namespace Ascs.Contracts.Tests;

public sealed class AidTests
{
    [Theory]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("00112233445566778899AABBCCDDEEFF")]
    [InlineData("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF")]
    public void sixteen_bytes_make_27_characters_that_parse_again(string hex)
    {
        var aid = Aid.FromBytes(Convert.FromHexString(hex));
        Assert.Equal(27, aid.ToString().Length);
        Assert.Matches(Aid.Pattern, aid.ToString());
        Assert.True(Aid.TryParse(aid.ToString(), out var again));
        Assert.Equal(aid, again);
    }

    [Fact]
    public void every_single_wrong_character_is_refused()
    {
        var text = Aid.FromBytes(Convert.FromHexString("00112233445566778899AABBCCDDEEFF")).ToString();
        for (var i = 0; i < text.Length; i++)
        {
            for (var v = 0; v < 32; v++)
            {
                var changed = text[..i] + Base32.CharOf(v) + text[(i + 1)..];
                Assert.Equal(changed == text, Aid.TryParse(changed, out _));
            }
        }
    }

    [Theory]
    [InlineData("lower")]
    [InlineData("short")]
    [InlineData("long")]
    [InlineData("overflow")]
    [InlineData("newline")]
    public void every_other_spelling_is_refused(string fault)
    {
        var text = Aid.FromBytes(Convert.FromHexString("00112233445566778899AABBCCDDEEFF")).ToString();
        var wrong = fault switch
        {
            "lower" => text.ToLowerInvariant(),
            "short" => text[1..],
            "long" => text + "0",
            "overflow" => "8" + text[1..],
            _ => text + "\n",
        };
        Assert.False(Aid.TryParse(wrong, out _));
    }
}
