using Ascs.Contracts;
using Ascs.Trust.Sessions;

namespace Ascs.Trust.Tests.Sessions;

public sealed class SessionWishTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);
    private static readonly DataKey Key = new("data-AAAAAAAAAAAAAAAAAAAAAA", Now.AddMinutes(60).ToUnixTimeMilliseconds(), new byte[32], KeptSession.RenewAt(Now, TimeSpan.FromMinutes(60)));
    private static readonly KeptSession Kept = new KeptSession(SessionId.From(new byte[16]).ToString(), "gm", new byte[32], new byte[32], "", 0, 0, "", 0, [Key])
        .With("access", 7200, "refresh", 1_209_600, Now)!;

    [Fact]
    public void without_a_session_or_after_its_end_one_logs_in()
    {
        Assert.Equal(SessionNext.Login, new SessionWish(false).Next(null, Now));
        Assert.Equal(SessionNext.Login, Next(Kept, Now.AddDays(14)));
    }

    [Theory]
    [InlineData(109, "Use")]
    [InlineData(110, "Refresh")]
    [InlineData(119, "Refresh")]
    [InlineData(600, "Refresh")]
    public void tokens_are_renewed_ten_minutes_before_they_end(int minutes, string expected) => Assert.Equal(expected, Next(Kept, Now.AddMinutes(minutes)).ToString());

    [Theory]
    [InlineData(49, "Use")]
    [InlineData(50, "DataKey")]
    public void a_data_key_is_renewed_after_fifty_minutes_when_one_is_needed(int minutes, string expected)
    {
        Assert.Equal(expected, new SessionWish(Fields: true).Next(Of(Kept), Now.AddMinutes(minutes)).ToString());
        Assert.Equal(SessionNext.Use, Next(Kept, Now.AddMinutes(minutes)));
    }

    [Fact]
    public void a_refresh_token_that_was_sent_is_never_sent_again()
    {
        var tried = Kept with { RefreshTriedAt = Now.AddMinutes(111).ToUnixTimeMilliseconds() };
        Assert.Equal(SessionNext.Use, Next(tried, Now.AddMinutes(111).AddSeconds(29))); // somebody is at it, and the access token lives
        Assert.Equal(SessionNext.Login, Next(tried, Now.AddMinutes(111).AddSeconds(30)));
        Assert.Equal(SessionNext.Login, Next(tried, Now.AddMinutes(120)));
    }

    [Fact]
    public void a_refused_token_is_replaced_by_a_login_unless_somebody_has_another_by_now()
    {
        var wish = new SessionWish(false, Of(Kept));
        Assert.Equal(SessionNext.Login, wish.Next(Of(Kept), Now));
        Assert.Equal(SessionNext.Use, wish.Next(Of(Kept with { Access = "newer" }), Now));
    }

    [Fact]
    public void a_refused_data_key_is_replaced_unless_somebody_has_another_by_now()
    {
        var wish = new SessionWish(Fields: true, Of(Kept), RefusedKey: true);
        Assert.Equal(SessionNext.DataKey, wish.Next(Of(Kept), Now));
        Assert.Equal(SessionNext.Use, wish.Next(Of(Kept.With(Key with { KeyId = "data-BBBBBBBBBBBBBBBBBBBBBB" })), Now));
    }

    [Fact]
    public void after_a_refresh_in_vain_a_token_that_lives_is_used_and_otherwise_one_logs_in()
    {
        var tried = Kept with { RefreshTriedAt = Now.AddMinutes(111).ToUnixTimeMilliseconds() };
        var wish = new SessionWish(false);
        Assert.Equal(SessionNext.Use, wish.Next(Of(tried), Now.AddMinutes(112), SessionNext.Refresh));
        Assert.Equal(SessionNext.Login, wish.Next(Of(tried), Now.AddMinutes(120), SessionNext.Refresh));
        Assert.Equal(SessionNext.Login, wish.After(Of(tried), ProblemCodes.RefreshTokenInvalid).Next(Of(tried), Now.AddMinutes(112), SessionNext.Refresh));
        Assert.Equal(SessionNext.Use, wish.After(Of(tried), ProblemCodes.TooManyRequests).Next(Of(tried), Now.AddMinutes(112), SessionNext.Refresh));
    }

    [Fact]
    public void after_a_login_in_vain_a_session_that_still_serves_is_used()
    {
        var tried = Kept with { RefreshTriedAt = Now.AddMinutes(111).ToUnixTimeMilliseconds() };
        Assert.Equal(SessionNext.Use, new SessionWish(false).Next(Of(tried), Now.AddMinutes(115), SessionNext.Login));
        Assert.Equal(SessionNext.GiveUp, new SessionWish(false).Next(Of(tried), Now.AddMinutes(120), SessionNext.Login));
        Assert.Equal(SessionNext.GiveUp, new SessionWish(false, Of(Kept)).Next(Of(Kept), Now, SessionNext.Login));
        Assert.Equal(SessionNext.GiveUp, new SessionWish(false).Next(null, Now, SessionNext.Login));
    }

    [Fact]
    public void after_a_data_key_in_vain_the_old_one_is_used_to_its_end_and_no_longer()
    {
        var wish = new SessionWish(Fields: true);
        Assert.Equal(SessionNext.Use, wish.Next(Of(Kept), Now.AddMinutes(60).AddMilliseconds(-1), SessionNext.DataKey));
        Assert.Equal(SessionNext.GiveUp, wish.Next(Of(Kept), Now.AddMinutes(60), SessionNext.DataKey));
        Assert.Equal(SessionNext.GiveUp, (wish with { Refused = Of(Kept), RefusedKey = true }).Next(Of(Kept), Now, SessionNext.DataKey));
        Assert.Equal(SessionNext.Login, wish.After(Of(Kept), ProblemCodes.AccessTokenInvalid).Next(Of(Kept), Now.AddMinutes(50), SessionNext.DataKey));
    }

    [Fact]
    public void a_data_key_of_a_short_life_is_renewed_halfway()
    {
        var kept = Kept.With(Key with { Until = Now.AddMinutes(8).ToUnixTimeMilliseconds(), RenewAt = KeptSession.RenewAt(Now, TimeSpan.FromMinutes(8)) });
        Assert.Equal(SessionNext.Use, new SessionWish(Fields: true).Next(Of(kept), Now.AddMinutes(4).AddMilliseconds(-1)));
        Assert.Equal(SessionNext.DataKey, new SessionWish(Fields: true).Next(Of(kept), Now.AddMinutes(4)));
    }

    [Theory]
    [InlineData(7200, 1_209_600, true)]
    [InlineData(1, 1, true)]
    [InlineData(7201, 1_209_600, false)]
    [InlineData(0, 1_209_600, false)]
    [InlineData(7200, 1_209_601, false)]
    [InlineData(7200, 0, false)]
    [InlineData(-1, int.MaxValue, false)]
    public void tokens_that_would_live_too_long_or_not_at_all_are_not_taken(int access, int refresh, bool taken) =>
        Assert.Equal(taken, Kept.With("access", access, "refresh", refresh, Now) is not null);

    private static SessionNext Next(KeptSession kept, DateTimeOffset now) => new SessionWish(false).Next(Of(kept), now);

    private static CallerSession Of(KeptSession kept) => new(kept, "etag");
}
