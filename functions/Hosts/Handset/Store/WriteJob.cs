namespace Ascs.Hosts.Handset.Store;

/// <summary>One change of the store, run on the writer thread inside a transaction it may share with other jobs.</summary>
internal abstract class WriteJob
{
    /// <summary>Hand-overs in this job: what the crash knob counts and what bounds a group.</summary>
    internal required int HandOvers { get; init; }

    internal abstract void Run(Ledger ledger);

    /// <summary>Called after the commit that made the job durable.</summary>
    internal abstract void Succeed();

    internal abstract void Fail(Exception reason);
}

/// <inheritdoc cref="WriteJob"/>
internal sealed class WriteJob<T>(Func<Ledger, T> work) : WriteJob
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;

    internal Task<T> Done => _done.Task;

    internal override void Run(Ledger ledger) => _result = work(ledger);

    internal override void Succeed() => _done.TrySetResult(_result);

    internal override void Fail(Exception reason) => _done.TrySetException(reason);
}
