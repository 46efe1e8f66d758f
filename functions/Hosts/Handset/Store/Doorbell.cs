namespace Ascs.Hosts.Handset.Store;

/// <summary>Wakes everyone who waits, once. Take <see cref="Next"/> before looking at the store, then no ring is missed.</summary>
internal sealed class Doorbell
{
    private TaskCompletionSource _next = New();

    internal Task Next => Volatile.Read(ref _next).Task;

    internal void Ring() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
