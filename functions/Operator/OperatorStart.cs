namespace Ascs.Operator;

/// <summary>Tells when the platform has read its state back and may take calls that need it.</summary>
internal sealed class OperatorStart
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>True once started.</summary>
    public bool IsDone => _done.Task.IsCompletedSuccessfully;

    /// <summary>Waits for it.</summary>
    public Task DoneAsync(CancellationToken ct) => _done.Task.WaitAsync(ct);

    /// <summary>Says so.</summary>
    public void Set() => _done.TrySetResult();
}
