using Ascs.Trust.Sessions;

namespace Ascs.Trust.Tests.Sessions;

public sealed class RefreshDecisionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Access = Hash(1), Refresh = Hash(2), OldAccess = Hash(3), OldRefresh = Hash(4);
    private static readonly SessionRecord Session = new("session", "certificate", "gm", Access, 0, Refresh, 0, []);

    [Fact]
    public void the_newest_token_with_its_access_token_is_changed_for_the_next() =>
        Assert.Equal(RefreshDecision.Rotate, RefreshDecisions.Of(Session, Refresh, Access, null, Now));

    [Fact]
    public void the_newest_token_with_another_access_token_is_none() =>
        Assert.Equal(RefreshDecision.Invalid, RefreshDecisions.Of(Session, Refresh, OldAccess, null, Now));

    [Fact]
    public void a_token_never_given_out_is_none() => Assert.Equal(RefreshDecision.Invalid, RefreshDecisions.Of(Session, Hash(9), Access, null, Now));

    [Theory]
    [InlineData(0, "Raced")]
    [InlineData(60_000, "Raced")]
    [InlineData(60_001, "Reused")]
    [InlineData(86_400_000, "Reused")]
    public void a_used_token_is_a_race_for_a_minute_and_a_copy_afterwards(int later, string expected) =>
        Assert.Equal(expected, RefreshDecisions.Of(Session, OldRefresh, OldAccess, Used("session"), Now.AddMilliseconds(later)).ToString());

    [Fact]
    public void a_used_token_of_a_former_session_is_none() =>
        Assert.Equal(RefreshDecision.Invalid, RefreshDecisions.Of(Session, OldRefresh, OldAccess, Used("former"), Now.AddHours(1)));

    [Fact]
    public void a_used_token_with_another_access_token_than_its_own_is_a_copy_at_once() =>
        Assert.Equal(RefreshDecision.Reused, RefreshDecisions.Of(Session, OldRefresh, Access, Used("session"), Now));

    [Fact]
    public void tokens_live_two_hours_and_never_longer_than_fourteen_days_from_the_login()
    {
        var session = Session with { RefreshUntil = (Now + SessionRecord.RefreshLifetime).ToUnixTimeMilliseconds() };
        var first = session.With("a", "b", Now);
        Assert.True(first.Lives(Now.AddHours(2).AddMilliseconds(-1)));
        Assert.False(first.Lives(Now.AddHours(2)));
        var last = first.With("c", "d", Now.AddDays(14).AddHours(-1));
        Assert.False(last.Lives(Now.AddDays(14)));
        Assert.Equal(session.RefreshUntil, last.RefreshUntil);
    }

    private static UsedRefresh Used(string session) => new(session, OldAccess, Now.ToUnixTimeMilliseconds());

    private static byte[] Hash(byte one) => [.. Enumerable.Repeat(one, 32)];
}
