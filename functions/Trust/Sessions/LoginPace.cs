using Ascs.Contracts;
using Ascs.Trust.Calls;

namespace Ascs.Trust.Sessions;

/// <summary>
/// How soon the next login at a peer may be: one that was refused or whose session did not last is followed by a pause, each twice as long as the one before, so that
/// a fault that stays costs neither side a key agreement a call. A session that is lost for the first time is opened anew at once.
/// </summary>
/// <param name="At">When the last login was answered.</param>
/// <param name="Pause">How long from then.</param>
/// <param name="Opened">Whether it opened a session.</param>
internal sealed record LoginPace(DateTimeOffset At, TimeSpan Pause, bool Opened)
{
    private static readonly TimeSpan Lasting = TimeSpan.FromSeconds(5);
    private static readonly Backoff Pauses = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));

    /// <summary>Before the first login.</summary>
    public static LoginPace Free { get; } = new(DateTimeOffset.MinValue, TimeSpan.Zero, Opened: true);

    /// <summary>How long to wait; zero: log in.</summary>
    public TimeSpan Wait(DateTimeOffset now) => HasLasted(now) || Since(now) >= Pause ? TimeSpan.Zero : Pause - Since(now);

    /// <summary>After a login that a session was wanted for at that time.</summary>
    /// <param name="refusal">Why there is no session; null when there is one.</param>
    /// <param name="now">When it was answered.</param>
    public LoginPace After(Problem? refusal, DateTimeOffset now)
    {
        // A peer that is away, busy or refuses every call alike is no reason: such a login costs no more than the call itself, and whoever calls has pauses of its own.
        if (refusal is not null && !SessionProblems.Has(refusal)) return this;
        if (HasLasted(now)) return new(now, refusal is null ? TimeSpan.Zero : Pauses.First, refusal is null);
        return new(now, Pause == TimeSpan.Zero ? Pauses.First : Pauses.After(Pause), refusal is null);
    }

    private bool HasLasted(DateTimeOffset now) => Opened && Since(now) >= Lasting;

    // A clock set back must not make anybody wait for the time that it was ahead.
    private TimeSpan Since(DateTimeOffset now) => (now - At).Duration();
}
