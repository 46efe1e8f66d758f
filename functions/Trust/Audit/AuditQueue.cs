using System.Threading.Channels;

namespace Ascs.Trust.Audit;

/// <summary>
/// What waits to be written. Bounded: under a flood what no longer fits is counted, and the count is on record. How long it gathers is a matter of the device
/// and no decision: the real clock's, whatever clock the platform has.
/// </summary>
internal sealed class AuditQueue
{
    private const int Largest = 50_000;
    private const int PerBatch = 2_000; // about 300 kB: well within one commit

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Channel<Waiting> channel = Channel.CreateUnbounded<Waiting>(new UnboundedChannelOptions { SingleReader = true });

    // Replaced before each batch is taken; completed by whoever can't wait for the second to pass.
    private volatile TaskCompletionSource hurry = New();
    private readonly TaskCompletionSource stopping = New();
    private volatile bool closed;
    private int count;
    private int lost;

    /// <summary>False when there was no room: then it is counted only.</summary>
    public bool Add(AuditEntry entry)
    {
        var room = Interlocked.Increment(ref count) <= Largest;
        if (room && channel.Writer.TryWrite(new Waiting(entry, null)))
        {
            if (Volatile.Read(ref count) >= PerBatch) hurry.TrySetResult();
            return true;
        }

        Interlocked.Decrement(ref count);
        Interlocked.Increment(ref lost);
        return false;
    }

    /// <summary>Completes when the entry was written. Always has room: its caller waits.</summary>
    public Task AddUrgent(AuditEntry entry)
    {
        var written = New();
        Interlocked.Increment(ref count);
        ObjectDisposedException.ThrowIf(!channel.Writer.TryWrite(new Waiting(entry, written)), this);
        hurry.TrySetResult();
        return written.Task;
    }

    /// <summary>Takes no more.</summary>
    public void Close()
    {
        closed = true;
        channel.Writer.TryComplete();
        hurry.TrySetResult();
        stopping.TrySetResult();
    }

    /// <summary>Waits for something to write, and then for as much as a second brings. False when closed and empty.</summary>
    public async Task<bool> WaitAsync()
    {
        if (!await channel.Reader.WaitToReadAsync()) return false;
        if (!closed) await ((Task)hurry.Task.WaitAsync(Second, TimeProvider.System)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return true;
    }

    /// <summary>Waits before another attempt. False when no more is taken: then there is no other attempt.</summary>
    public async Task<bool> PauseAsync()
    {
        if (!closed) await ((Task)stopping.Task.WaitAsync(Second, TimeProvider.System)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !closed;
    }

    /// <summary>What waits, in order.</summary>
    public List<Waiting> Take()
    {
        hurry = New();
        var taken = new List<Waiting>();
        while (taken.Count < PerBatch && channel.Reader.TryRead(out var waiting)) taken.Add(waiting);
        if (Interlocked.Add(ref count, -taken.Count) > 0) hurry.TrySetResult();
        return taken;
    }

    /// <summary>How many found no room since the last time.</summary>
    public int TakeLost() => Interlocked.Exchange(ref lost, 0);

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>An entry, and who waits for it, if anybody.</summary>
    internal sealed record Waiting(AuditEntry Entry, TaskCompletionSource? Written);
}
