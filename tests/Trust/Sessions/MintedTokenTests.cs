using Ascs.Contracts;
using Ascs.Trust.Sessions;
using Ascs.Trust.Tests.Certificates;

namespace Ascs.Trust.Tests.Sessions;

public sealed class MintedTokenTests
{
    private static readonly PlatId Platform = Issued.Platform();
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 3, 0, 0, 7, TimeSpan.Zero);

    [Fact]
    public void the_hashed_time_is_beijings_to_the_millisecond() => Assert.Equal("2026-11-23T11:00:00.007", MintedToken.BeijingText(Now));

    [Fact]
    public void every_auth_token_has_32_characters_a_digit_and_a_letter_and_no_other()
    {
        var tokens = Enumerable.Range(0, 2000).Select(_ => MintedToken.Auth(Platform, Now)).ToList();
        Assert.All(tokens, token => Assert.Matches("^(?=.*[0-9])(?=.*[A-Za-z])[0-9A-Za-z]{32}$", token));
        Assert.Distinct(tokens);
    }

    [Fact]
    public void every_session_token_has_48_characters_of_all_four_classes()
    {
        var tokens = Enumerable.Range(0, 2000).SelectMany(_ => new[] { MintedToken.Access(Platform, Now), MintedToken.Refresh(Platform, Now) }).ToList();
        Assert.All(tokens, token => Assert.Matches(@"^(?=.*[0-9])(?=.*[A-Z])(?=.*[a-z])(?=.*[-._~+/])[-0-9A-Za-z._~+/]{48}$", token));
        Assert.Distinct(tokens);
    }

    // 62 symbols over 64 000 characters: 1032 each; a rule of byte % 62 would give the first eight a quarter more.
    [Fact]
    public void no_character_of_an_auth_token_is_favoured()
    {
        var seed = 0;
        var counts = Enumerable.Range(0, 2000).SelectMany(_ => MintedToken.Auth(Platform, Now, () => BitConverter.GetBytes(seed++))).CountBy(symbol => symbol).ToDictionary();
        Assert.Equal(62, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, 870, 1190));
    }

    [Fact]
    public void the_same_random_bytes_make_another_token_for_another_platform_time_and_purpose()
    {
        static byte[] Same() => new byte[32];
        string[] tokens =
        [
            MintedToken.Access(Platform, Now, Same), MintedToken.Refresh(Platform, Now, Same), MintedToken.Access(Issued.Platform(1_795_996_800_123_457), Now, Same),
            MintedToken.Access(Platform, Now.AddMilliseconds(1), Same),
        ];
        Assert.Distinct(tokens);
        Assert.Equal(tokens[0], MintedToken.Access(Platform, Now, Same));
    }

    [Fact]
    public void a_token_without_a_class_is_drawn_again_whole()
    {
        // Counting up, each draw is used once: the number of draws says how many were thrown away.
        var draws = 0;
        for (var i = 0; i < 500; i++) MintedToken.Access(Platform, Now, () => BitConverter.GetBytes(draws++));
        Assert.InRange(draws, 501, 560);
    }
}
