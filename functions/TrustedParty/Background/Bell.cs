namespace Ascs.TrustedParty.Background;

/// <summary>Wakes one waiting loop. A ring while nobody waits is kept; several are one.</summary>
internal sealed class Bell
{
    private readonly Lock gate = new();
    private TaskCompletionSource rung = New(); // under gate; completed and not yet taken means: rung

    /// <summary>Wakes the loop.</summary>
    public void Ring()
    {
        lock (gate) rung.TrySetResult();
    }

    /// <summary>Waits for a ring, at most so long.</summary>
    public async Task WaitAsync(TimeSpan most, TimeProvider time, CancellationToken ct)
    {
        Task ring;
        lock (gate) ring = rung.Task;
        if (!ring.IsCompleted)
        {
            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(ct);
            await Task.WhenAny(ring, Task.Delay(most, time, waiting.Token));
            await waiting.CancelAsync();
            ct.ThrowIfCancellationRequested();
        }

        lock (gate)
        {
            if (rung.Task.IsCompleted) rung = New();
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
