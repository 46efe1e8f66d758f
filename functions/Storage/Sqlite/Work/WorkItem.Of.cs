namespace Ascs.Storage.Sqlite;

/// <summary>Work that answers its caller. The caller's continuation never runs on the writer's thread.</summary>
internal abstract class WorkItem<T>(CancellationToken ct) : WorkItem
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _answer; // set by Apply, told by Complete

    public Task<T> Task => _done.Task;

    public sealed override bool Skip() => ct.IsCancellationRequested && _done.TrySetCanceled(ct);

    public sealed override void Apply(Writer writer, long now) => _answer = Do(writer, now);

    public sealed override void Complete() => _done.TrySetResult(_answer!);

    public sealed override void Fail(Exception reason) => _done.TrySetException(reason);

    protected abstract T Do(Writer writer, long now);
}
