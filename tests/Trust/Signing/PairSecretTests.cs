using Ascs.Trust.Signing;

namespace Ascs.Trust.Tests.Signing;

public sealed class PairSecretTests
{
    [Theory]
    [InlineData("pair-v1", true)]
    [InlineData("pair-v12", true)]
    [InlineData("session-Ab_-9", true)]
    [InlineData("pair-v0", false)]
    [InlineData("pair-v", false)]
    [InlineData("pair-1", false)]
    [InlineData("session-", false)]
    [InlineData("session-a b", false)]
    [InlineData("session-a\n", false)]
    [InlineData("author-v1", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void a_key_id_has_one_of_two_forms(string? text, bool expected) => Assert.Equal(expected, PairSecret.IsKeyId(text));

    [Theory, InlineData(0), InlineData(31), InlineData(33)]
    public void a_secret_of_another_length_is_refused(int length) => Assert.Throws<ArgumentException>(() => new PairSecret("pair-v1", new byte[length]));

    [Fact]
    public void its_text_is_its_name_and_never_the_secret()
    {
        using var secret = new PairSecret("pair-v1", new byte[32]);
        Assert.Equal("pair-v1", secret.ToString());
    }

    [Fact]
    public void a_nonce_is_22_characters_and_never_the_same()
    {
        var nonces = Enumerable.Range(0, 1000).Select(_ => Nonce.Create()).ToArray();
        Assert.All(nonces, nonce => Assert.Equal(nonce, Nonce.Parse(nonce.Text)));
        Assert.Equal(nonces.Length, nonces.Distinct().Count());
    }
}
