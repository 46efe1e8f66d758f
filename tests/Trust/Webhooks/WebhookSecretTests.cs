using Ascs.Trust.Webhooks;

namespace Ascs.Trust.Tests.Webhooks;

public sealed class WebhookSecretTests
{
    [Theory]
    [InlineData(23, false)]
    [InlineData(24, true)]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void a_secret_has_24_to_64_bytes(int length, bool expected) => Assert.Equal(expected, WebhookSecret.Parse("whsec_" + Convert.ToBase64String(new byte[length])) is not null);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("whsec_")]
    [InlineData("whsec_not base64 at all, however long it may become")]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    [InlineData("whsk_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    public void other_text_is_none(string? text) => Assert.Null(WebhookSecret.Parse(text));

    [Fact]
    public void a_new_one_is_revealed_only_when_asked_for()
    {
        using var secret = WebhookSecret.Create();
        var revealed = secret.Reveal();
        Assert.Equal(revealed, WebhookSecret.Parse(revealed)!.Reveal());
        Assert.DoesNotContain(secret.ToString().TrimEnd('…'), revealed["whsec_".Length..], StringComparison.Ordinal);
        Assert.Equal("whsec_…", secret.ToString());
        using var other = WebhookSecret.Create();
        Assert.NotEqual(revealed, other.Reveal());
    }
}
