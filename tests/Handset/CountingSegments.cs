using Ascs.Hosts.Handset.Texts;

namespace Ascs.Hosts.Handset.Tests;

public sealed class CountingSegments
{
    [Theory]
    [InlineData('好', 70, 1)]
    [InlineData('好', 71, 2)]
    [InlineData('好', 134, 2)]
    [InlineData('好', 135, 3)]
    [InlineData('a', 160, 1)]
    [InlineData('a', 161, 2)]
    [InlineData('a', 306, 2)]
    [InlineData('a', 307, 3)]
    [InlineData('€', 80, 1)]
    [InlineData('€', 81, 2)]
    public void a_text_takes_as_many_short_messages_as_its_alphabet_allows(char letter, int count, int segments) =>
        Assert.Equal(segments, Segments.Count(new string(letter, count)));

    [Fact]
    public void one_letter_outside_the_gsm_alphabet_makes_the_whole_text_ucs_2() =>
        Assert.Equal(2, Segments.Count(new string('a', 70) + "ç"));

    [Theory]
    [InlineData("13800001234", "138****1234")]
    [InlineData("8613800001234", "861******1234")]
    [InlineData("95588", "***88")]
    public void a_number_is_shown_masked(string number, string masked) => Assert.Equal(masked, Digits.Mask(number));
}
