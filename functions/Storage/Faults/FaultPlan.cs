namespace Ascs.Storage;

/// <summary>Decides what happens to a call. It may wait first: that is a slow store. Called at the same time by concurrent calls.</summary>
public delegate ValueTask<Fault> FaultPlan(StoreCall call, CancellationToken ct);
