using Ascs.Contracts;
using Ascs.Trust.Sessions;

namespace Ascs.Trust.Tests.Sessions;

public sealed class LoginPaceTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public void the_first_login_and_the_first_after_a_loss_are_at_once()
    {
        Assert.Equal(TimeSpan.Zero, LoginPace.Free.Wait(Now));
        Assert.Equal(TimeSpan.Zero, LoginPace.Free.After(null, Now).Wait(Now));
    }

    [Fact]
    public void sessions_that_are_lost_again_and_again_are_followed_by_longer_and_longer_pauses() =>
        Assert.Equal([0, 1, 2, 4, 8, 16, 32, 60, 60], Pauses(refusal: null, 9));

    [Fact]
    public void logins_that_are_refused_are_followed_by_longer_and_longer_pauses() =>
        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60], Pauses(ProblemCodes.LoginRefused, 8));

    [Fact]
    public void a_session_that_lasted_makes_up_for_all_before_it()
    {
        var pace = LoginPace.Free;
        for (var i = 0; i < 9; i++) pace = pace.After(null, Now);
        Assert.Equal(TimeSpan.FromMilliseconds(55_001), pace.Wait(Now.AddMilliseconds(4_999)));
        Assert.Equal(TimeSpan.Zero, pace.Wait(Now.AddSeconds(5)));
        Assert.Equal(TimeSpan.Zero, pace.After(null, Now.AddSeconds(5)).Wait(Now.AddSeconds(5)));
    }

    [Fact]
    public void a_peer_that_is_away_or_busy_is_none_that_refuses()
    {
        Assert.Same(LoginPace.Free, LoginPace.Free.After(ProblemCodes.Unavailable, Now));
        Assert.Same(LoginPace.Free, LoginPace.Free.After(ProblemCodes.TooManyRequests, Now));
    }

    [Fact]
    public void a_clock_set_back_makes_nobody_wait() => Assert.Equal(TimeSpan.Zero, LoginPace.Free.After(ProblemCodes.LoginRefused, Now).Wait(Now.AddHours(-1)));

    private static IEnumerable<int> Pauses(ProblemCode? refusal, int count)
    {
        var (pace, now) = (LoginPace.Free, Now);
        for (var i = 0; i < count; i++)
        {
            pace = pace.After(refusal is null ? null : (Problem)refusal, now);
            var wait = pace.Wait(now);
            yield return (int)wait.TotalSeconds;
            now += refusal is null ? TimeSpan.Zero : wait;
        }
    }
}
