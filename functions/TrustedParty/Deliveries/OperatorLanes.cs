using System.Collections.Concurrent;
using Ascs.Contracts;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;
using Ascs.TrustedParty.Dispatches;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ascs.TrustedParty.Deliveries;

/// <summary>A lane to each operator, opened when it is first used.</summary>
internal sealed class OperatorLanes(
    IPlatformDirectory directory, IPlatformCaller caller, IPeerClocks clocks, DispatchOptions options, TimeProvider time, ILogger<OperatorLanes> logger)
    : IHostedService, IOperatorLanes, IDisposable
{
    private readonly ConcurrentDictionary<OperatorId, Lazy<OperatorLane>> lanes = new();
    private readonly CancellationTokenSource stopping = new();

    /// <inheritdoc/>
    public async Task<bool> SubmitAsync(OperatorId home, OrderGroup group, CancellationToken ct)
    {
        var pending = new PendingGroup(group, new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously));
        lanes.GetOrAdd(home, id => new Lazy<OperatorLane>(() => Open(id))).Value.Add(pending);
        return await pending.Answered.Task.WaitAsync(ct);
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => stopping.CancelAsync();

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var lane in lanes.Values.Where(l => l.IsValueCreated)) lane.Value.Dispose();
        stopping.Dispose();
    }

    private OperatorLane Open(OperatorId home)
    {
        var lane = new OperatorLane(home, directory, caller, clocks, options, time, logger);
        _ = Task.Run(() => lane.RunAsync(stopping.Token), CancellationToken.None);
        return lane;
    }
}
