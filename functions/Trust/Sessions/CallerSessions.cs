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
    // Login, refresh and data key can each be due once; more steps mean that somebody else works against us.
    private const int MaxSteps = 4;

    // By pairing: a session of a former one is none.
    private readonly ConcurrentDictionary<(PlatId, int), Slot> slots = new();

    /// <summary>A session that serves the wish, or why there is none to be had now.</summary>
    public async ValueTask<Answer<CallerSession>> GetAsync(Peer peer, SessionWish wish, CancellationToken ct)
    {
        var slot = slots.GetOrAdd((peer.PlatId, peer.Pairing), _ => new Slot());
        if (slot.Current is { } current && wish.Next(current, time.GetUtcNow()) == SessionNext.Nothing) return current;
        return await slot.Share(wish.Fields, () => RenewAsync(peer, slot, wish)).WaitAsync(ct);
    }

    // Not cancelled with the call that began it: others wait for it too, and each of its calls has its own patience.
    private async Task<Answer<CallerSession>> RenewAsync(Peer peer, Slot slot, SessionWish wish)
    {
        var answer = await RenewAsync(peer, wish);
        slot.Current = answer.Value;
        return answer;
    }

    private async Task<Answer<CallerSession>> RenewAsync(Peer peer, SessionWish wish)
    {
        for (var step = 0; step < MaxSteps; step++)
        {
            var session = await shelf.FindAsync(peer.PlatId, CancellationToken.None); // another instance may have done it
            var next = wish.Next(session, time.GetUtcNow());
            if (next == SessionNext.Nothing) return session!;
            if (next == SessionNext.Login) return await LoginAsync(peer);
            if (await TryAsync(peer, session!, next) is { } problem) return StillGood(session!) ? session! : problem;
        }

        return ProblemCodes.Unavailable;
    }

    private async Task<Answer<CallerSession>> LoginAsync(Peer peer)
    {
        var answer = await client.LoginAsync(peer, CancellationToken.None);
        if (answer.Value is { } kept) return await shelf.PutAsync(peer.PlatId, kept, CancellationToken.None);
        // What is wrong between the two sessions' ends is no answer to a call; what every call would be told (a clock that is off, too many calls) is.
        return answer.Problem!.Code == ProblemCodes.LoginRefused ? ProblemCodes.Unavailable : answer.Problem;
    }

    // Null: go on with what is there now.
    private async Task<Problem?> TryAsync(Peer peer, CallerSession session, SessionNext next)
    {
        if (next == SessionNext.Refresh)
        {
            // The intent first: whoever finds it later knows that this token may be used up. It also keeps other instances from sending it too.
            var tried = session.Kept with { RefreshTriedAt = time.GetUtcNow().ToUnixTimeMilliseconds() };
            if (await shelf.TryReplaceAsync(peer.PlatId, session, tried, CancellationToken.None) is not { } claimed) return null;
            session = claimed;
        }

        var answer = next == SessionNext.Refresh
            ? await client.RefreshAsync(peer, session, CancellationToken.None) : await client.RenewDataKeyAsync(peer, session, CancellationToken.None);
        if (answer.Value is not { } kept) return answer.Problem;
        await shelf.TryReplaceAsync(peer.PlatId, session, kept, CancellationToken.None); // on a conflict the next step sees what is there
        return null;
    }

    private bool StillGood(CallerSession session) => time.GetUtcNow().ToUnixTimeMilliseconds() < session.Kept.AccessUntil;

    private sealed class Slot
    {
        private readonly Lock change = new();
        private (bool Fields, Task<Answer<CallerSession>> Task)? renewal;

        // Replaced as a whole; read without the lock.
        public volatile CallerSession? Current;

        // One renewal at a time. A caller that needs more than the one under way will bring waits for it and looks again.
        public Task<Answer<CallerSession>> Share(bool fields, Func<Task<Answer<CallerSession>>> renew)
        {
            lock (change)
            {
                if (renewal is { Task.IsCompleted: false } running) return running.Fields || !fields ? running.Task : AfterAsync(running.Task, renew);
                var task = Task.Run(renew);
                renewal = (fields, task);
                return task;
            }
        }

        private static async Task<Answer<CallerSession>> AfterAsync(Task<Answer<CallerSession>> first, Func<Task<Answer<CallerSession>>> renew)
        {
            await first;
            return await renew();
        }
    }
}
