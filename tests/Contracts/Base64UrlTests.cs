using System.Text.Json;

namespace Ascs.Contracts.Tests;

/// <summary>Identifiers that are bytes in base64url: one spelling is read, everything else is refused and nothing throws.</summary>
public sealed class Base64UrlTests
{
    private static readonly string Text = Digest.From(new byte[32]).ToString();

    [Fact]
    public void the_canonical_text_is_read() => Assert.True(Digest.TryParse(Text, out _));

    public static TheoryData<string> OtherTexts =>
        ["", Text[1..], Text + "A", Text + "=", Text[1..] + "=", Text[1..] + "%", Text[1..] + " ", Text[1..] + "+", Text[1..] + "中", Text[1..] + "B", "%" + Text[1..], new string('%', 43)];

    [Theory, MemberData(nameof(OtherTexts))]
    public void any_other_text_is_refused_and_never_throws(string text)
    {
        Assert.False(Digest.TryParse(text, out _));
        Assert.False(SubscriberTag.TryParse(text, out _));
        Assert.False(ConsentNonce.TryParse(text[..Math.Min(22, text.Length)] + "%", out _));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Digest>(JsonSerializer.Serialize(text)));
    }
}
