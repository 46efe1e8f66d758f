namespace Ascs.Storage;

/// <summary>Plans that most tests need.</summary>
public static class FaultPlans
{
    /// <summary>Nothing goes wrong.</summary>
    public static FaultPlan None { get; } = (_, _) => ValueTask.FromResult(Fault.None);

    /// <summary>The n-th writing call (from 1) meets the fault; all others are served. For tables of every write × every fault.</summary>
    public static FaultPlan AtWrite(long n, Fault fault) => When(call => call.WriteNumber == n, fault);

    /// <summary>Every call that the condition names meets the fault.</summary>
    public static FaultPlan When(Func<StoreCall, bool> condition, Fault fault) =>
        (call, _) => ValueTask.FromResult(condition(call) ? fault : Fault.None);

    /// <summary>Every call is served after a delay by the given clock.</summary>
    public static FaultPlan Slow(TimeSpan delay, TimeProvider time) => async (_, ct) =>
    {
        await Task.Delay(delay, time, ct);
        return Fault.None;
    };
}
