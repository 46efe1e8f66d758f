using Ascs.Contracts;
using Ascs.Trust.Sessions;

namespace Ascs.Trust.Tests.Sessions;

public sealed class SessionWishTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);
    private static readonly DataKey Key = new("data-AAAAAAAAAAAAAAAAAAAAAA", Now.AddMinutes(60).ToUnixTimeMilliseconds(), new byte[32]);
    private static readonly KeptSession Kept = new KeptSession(SessionId.From(new byte[16]).ToString(), "gm", new byte[32], new byte[32], "", 0, 0, "", 0, [Key])
        .With("access", 7200, "refresh", 1_209_600, Now);

    [Fact]
    public void without_a_session_or_after_its_end_one_logs_in()
    {
        Assert.Equal(SessionNext.Login, new SessionWish(false).Next(null, Now));
        Assert.Equal(SessionNext.Login, Next(Kept, Now.AddDays(14)));
    }

    [Theory]
    [InlineData(109, "Nothing")]
    [InlineData(110, "Refresh")]
    [InlineData(119, "Refresh")]
    [InlineData(600, "Refresh")]
    public void tokens_are_renewed_ten_minutes_before_they_end(int minutes, string expected) => Assert.Equal(expected, Next(Kept, Now.AddMinutes(minutes)).ToString());

    [Theory]
    [InlineData(49, "Nothing")]
    [InlineData(50, "DataKey")]
    public void a_data_key_is_renewed_after_fifty_minutes_when_one_is_needed(int minutes, string expected)
    {
        Assert.Equal(expected, new SessionWish(Fields: true).Next(Of(Kept), Now.AddMinutes(minutes)).ToString());
        Assert.Equal(SessionNext.Nothing, Next(Kept, Now.AddMinutes(minutes)));
    }

    [Fact]
    public void a_refresh_token_that_was_sent_is_never_sent_again()
    {
        var tried = Kept with { RefreshTriedAt = Now.AddMinutes(111).ToUnixTimeMilliseconds() };
        Assert.Equal(SessionNext.Nothing, Next(tried, Now.AddMinutes(111).AddSeconds(29))); // somebody is at it, and the access token lives
        Assert.Equal(SessionNext.Login, Next(tried, Now.AddMinutes(111).AddSeconds(30)));
        Assert.Equal(SessionNext.Login, Next(tried, Now.AddMinutes(120)));
    }

    [Fact]
    public void a_refused_token_is_replaced_by_a_login_unless_somebody_has_another_by_now()
    {
        var wish = new SessionWish(false, Of(Kept));
        Assert.Equal(SessionNext.Login, wish.Next(Of(Kept), Now));
        Assert.Equal(SessionNext.Nothing, wish.Next(Of(Kept with { Access = "newer" }), Now));
    }

    [Fact]
    public void a_refused_data_key_is_replaced_unless_somebody_has_another_by_now()
    {
        var wish = new SessionWish(Fields: true, Of(Kept), RefusedKey: true);
        Assert.Equal(SessionNext.DataKey, wish.Next(Of(Kept), Now));
        Assert.Equal(SessionNext.Nothing, wish.Next(Of(Kept.With(Key with { KeyId = "data-BBBBBBBBBBBBBBBBBBBBBB" })), Now));
    }

    private static SessionNext Next(KeptSession kept, DateTimeOffset now) => new SessionWish(false).Next(Of(kept), now);

    private static CallerSession Of(KeptSession kept) => new(kept, "etag");
}
