using System.Globalization;

namespace Ascs.Contracts.Tests.Rules;

/// <summary>The allow-list of free text (CHEAA-4.1.3.3 c, d), and that it can't be got round by another spelling of the same text.</summary>
public sealed class FreeTextTests
{
    private static readonly Dictionary<int, int[]> Mapped = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "vectors", "decompositions.txt")).Skip(1)
        .Select(line => line.Split(';')).ToDictionary(parts => Code(parts[0]), parts => parts[1].Split(' ').Select(Code).ToArray());

    [Fact]
    public void the_verdict_on_every_character_is_the_verdict_on_its_compatibility_decomposition()
    {
        Assert.Equal(5857, Mapped.Count);
        Assert.All(Mapped.Keys, code => Assert.True(
            FreeText.Allows(char.ConvertFromUtf32(code)) == FreeText.Allows(Decompose(code)), $"U+{code:X4}"));
    }

    // UAX 15: NFKC is the decomposition composed again; of two allowed characters no refused one may come of it.
    [Fact]
    public void composing_makes_no_refused_character_of_allowed_ones() =>
        Assert.All(Mapped.Where(pair => pair.Value.Length == 2), pair => Assert.True(
            FreeText.Allows(char.ConvertFromUtf32(pair.Key)) || !pair.Value.All(code => FreeText.Allows(char.ConvertFromUtf32(code)))));

    [Theory]
    [InlineData("")]
    [InlineData("张三丰，您的快递已到（西门）：请凭“8-2-3012”于9:00～18:00取件……80㎡，25℃，¥12.50，50%，③号柜")]
    [InlineData("阿凡提·买买提 Xi'an O'Neil Café №5 a@b.example, https://a.example/?q=1&r=2;c #1 *2 [3] (4) $5 ~6 +7 =8 _9")]
    [InlineData("བོད་ཡིག ᠮᠣᠩᠭᠣᠯ ئۇيغۇرچە 한국어 ไทย 𠮷野家 😀")]
    [InlineData("　\u00A0 ")]
    public void what_people_write_is_allowed(string text)
    {
        Assert.True(FreeText.Allows(text));
        Assert.True(FreeText.Allows(text, lines: true));
    }

    [Theory]
    [InlineData("<script>")]
    [InlineData("＜script＞")]
    [InlineData("﹤script﹥")]
    [InlineData("a\u226Eb")] // < with a stroke
    [InlineData("${jndi}")]
    [InlineData("｛{x}｝")]
    [InlineData("\uFE37")]
    [InlineData("a\"b")]
    [InlineData("a＂b")]
    [InlineData("\\u0041")]
    [InlineData("＼﹨")]
    [InlineData("`id`")]
    [InlineData("\u1FEF")]
    [InlineData("a|b")]
    [InlineData("｜")]
    [InlineData("^")]
    public void what_opens_markup_templates_and_escapes_is_refused_in_every_width(string text)
    {
        Assert.False(FreeText.Allows(text));
        Assert.False(FreeText.Allows("名" + text + "😀"));
    }

    [Theory]
    [InlineData('\0')]
    [InlineData('\t')]
    [InlineData('\u007F')]
    [InlineData('\u0085')]
    [InlineData('\u00AD')]
    [InlineData('\u061C')]
    [InlineData('\u1680')]
    [InlineData('\u200B')]
    [InlineData('\u200D')]
    [InlineData('\u202E')]
    [InlineData('\u2028')]
    [InlineData('\u2029')]
    [InlineData('\u2066')]
    [InlineData('\uD83D')]
    [InlineData('\uE000')]
    [InlineData('\uFEFF')]
    [InlineData('\uFFFF')]
    public void what_hides_reorders_or_means_nothing_is_refused(char symbol)
    {
        Assert.False(FreeText.Allows($"a{symbol}b"));
        Assert.False(FreeText.Allows($"a{symbol}b", lines: true));
    }

    [Fact]
    public void a_line_feed_is_allowed_where_there_are_lines()
    {
        Assert.False(FreeText.Allows("a\nb"));
        Assert.True(FreeText.Allows("a\nb\n", lines: true));
        Assert.False(FreeText.Allows("a\r\nb\n", lines: true));
    }

    [Fact]
    public void characters_are_counted_and_not_their_halves()
    {
        var rule = new TextAttribute(3);
        Assert.Null(rule.Fault("😀😀😀"));
        Assert.Equal("LENGTH", rule.Fault("😀😀😀😀"));
        Assert.Equal("CHARACTER", rule.Fault("<"));
    }

    private static string Decompose(int code) =>
        Mapped.TryGetValue(code, out var parts) ? string.Concat(parts.Select(Decompose)) : char.ConvertFromUtf32(code);

    private static int Code(string hex) => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
