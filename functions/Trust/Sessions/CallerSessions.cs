using System.Collections.Concurrent;
using Ascs.Contracts;
using Ascs.Trust.Directory;

namespace Ascs.Trust.Sessions;

/// <summary>
/// The sessions that this platform calls in: opened at the first call, kept alive, opened anew when the peer knows them no more. In the process one call renews
/// and all others wait for it; between processes the shelf decides.
/// </summary>
internal sealed class CallerSessions(SessionClient client, CallerShelf shelf, TimeProvider time)
{
    // Login, refresh and data key can each be due once, and another instance be faster once; more steps mean that somebody works against us.
    private const int MaxSteps = 5;

    // By pairing: a session of a former one is none.
    private readonly ConcurrentDictionary<(PlatId, int), SessionSlot> slots = new();

    /// <summary>A session that serves the wish, or why there is none to be had now: never a problem of <see cref="SessionProblems"/>.</summary>
    public async ValueTask<Answer<CallerSession>> GetAsync(Peer peer, SessionWish wish, CancellationToken ct)
    {
        var slot = slots.GetOrAdd((peer.PlatId, peer.Pairing), _ => new SessionSlot());
        if (slot.Current is { } current && wish.Next(current, time.GetUtcNow()) == SessionNext.Use) return current;
        return await slot.ShareAsync(wish.Fields, () => RenewAsync(peer, slot, wish)).WaitAsync(ct);
    }

    // Not cancelled with the call that began it: others wait for it too, and each of its calls has its own patience.
    private async Task<Answer<CallerSession>> RenewAsync(Peer peer, SessionSlot slot, SessionWish wish)
    {
        var answer = await StepsAsync(peer, slot, wish);
        slot.Current = answer.Value;
        return answer;
    }

    private async Task<Answer<CallerSession>> StepsAsync(Peer peer, SessionSlot slot, SessionWish wish)
    {
        var (failed, why) = (default(SessionNext?), (Problem)ProblemCodes.Unavailable);
        for (var step = 0; step < MaxSteps; step++)
        {
            var session = await shelf.FindAsync(peer.PlatId, CancellationToken.None); // another instance may have done it
            var next = wish.Next(session, time.GetUtcNow(), failed);
            if (next == SessionNext.Use) return session!;
            if (next == SessionNext.GiveUp) break;
            if (await TakeAsync(next, peer, slot, session) is not { } problem) continue;
            (failed, why) = (next, problem);
            if (next != SessionNext.Login) wish = wish.After(session!, problem);
        }

        return SessionProblems.ForCalls(why);
    }

    // Null: go on with what is there now.
    private Task<Problem?> TakeAsync(SessionNext step, Peer peer, SessionSlot slot, CallerSession? session) => step switch
    {
        SessionNext.Login => LoginAsync(peer, slot),
        SessionNext.Refresh => RefreshAsync(peer, session!),
        _ => KeepAsync(peer, session!, client.RenewDataKeyAsync(peer, session!, CancellationToken.None)),
    };

    private async Task<Problem?> LoginAsync(Peer peer, SessionSlot slot)
    {
        if (slot.Pace.Wait(time.GetUtcNow()) is var wait && wait > TimeSpan.Zero) return (Problem)ProblemCodes.Unavailable with { RetryAfter = wait };
        var answer = await client.LoginAsync(peer, CancellationToken.None);
        slot.Pace = slot.Pace.After(answer.Problem, time.GetUtcNow());
        if (answer.Value is { } kept) await shelf.PutAsync(peer.PlatId, kept, CancellationToken.None);
        return answer.Problem;
    }

    // The intent first: whoever finds it later knows that this token may be used up. It also keeps other instances from sending it too.
    private async Task<Problem?> RefreshAsync(Peer peer, CallerSession session)
    {
        var tried = session.Kept with { RefreshTriedAt = time.GetUtcNow().ToUnixTimeMilliseconds() };
        return await shelf.TryReplaceAsync(peer.PlatId, session, tried, CancellationToken.None) is { } claimed
            ? await KeepAsync(peer, claimed, client.RefreshAsync(peer, claimed, CancellationToken.None)) : null;
    }

    // On a conflict the next step sees what is there.
    private async Task<Problem?> KeepAsync(Peer peer, CallerSession before, Task<Answer<KeptSession>> renewal)
    {
        var answer = await renewal;
        if (answer.Value is { } kept) await shelf.TryReplaceAsync(peer.PlatId, before, kept, CancellationToken.None);
        return answer.Problem;
    }
}
