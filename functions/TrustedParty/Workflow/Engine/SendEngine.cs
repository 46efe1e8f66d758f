using Ascs.Contracts;
using Ascs.Storage;
using Ascs.Trust.Journal;
using Ascs.TrustedParty.Background;
using Ascs.TrustedParty.Dispatches;
using Microsoft.Extensions.Logging;

namespace Ascs.TrustedParty.Workflow.Engine;

/// <summary>
/// The embedded engine: durable, leased, crash-safe, over the document store alone. A dispatch that is told something runs at once, in memory; after a restart those
/// at work are found in the index, and those whose time came while nobody looked are due.
/// </summary>
internal sealed class SendEngine : LeasedWork, IWorkflowRunner
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SecondLook = TimeSpan.FromSeconds(30);
    private readonly Bell bell = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly DispatchStore dispatches;
    private readonly SendIndex index;
    private readonly Heartbeat heartbeat;
    private readonly LiveSends live;
    private readonly SendScan scan;

    public SendEngine(
        IDocumentStore store, DispatchStore dispatches, SendIndex index, ISendEffects effects, DispatchOptions options, TimeProvider time,
        ILogger<SendEngine> logger)
        : base("send-engine", store, options, time, logger)
    {
        (this.dispatches, this.index) = (dispatches, index);
        var services = new InstanceServices(dispatches, index, effects, time, logger);
        heartbeat = new Heartbeat(time);
        live = new LiveSends(services, options, stopping.Token);
        scan = new SendScan(services, live, heartbeat);
    }

    /// <inheritdoc/>
    public bool HasRoom => live.HasRoom;

    /// <summary>False also while the loop of this instance stands still.</summary>
    public override async Task<bool> IsUpAsync(CancellationToken cancellationToken) => heartbeat.IsBeating && await base.IsUpAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<SendState> StartAsync(SendJob job, CancellationToken ct)
    {
        var state = job.State;
        var waits = SendWorkflow.Next(state) is [SendCommand.WaitUntil];
        // Both at once: without the entry the dispatch was never answered for, without the dispatch the entry means nothing.
        var indexed = index.PutAsync(waits ? SendIndex.Due(state.DueAt, state.DispatchId) : SendIndex.Open(state), [], ct);
        var etag = await dispatches.CreateAsync(state, job.Content!, ct);
        await indexed;
        if (etag is null) return await AgainAsync(state.DispatchId, ct);
        if (waits) bell.Ring();
        else live.Post(state.DispatchId, new Mail.Begin(state, etag, job.Content, job.Records));
        return state;
    }

    /// <inheritdoc/>
    public async Task ResumeAsync(SendState stored, CancellationToken ct)
    {
        await index.PutAsync(SendIndex.Open(stored), [], ct);
        live.Post(stored.DispatchId, new Mail.Wake());
    }

    /// <inheritdoc/>
    public async Task<bool> TellAsync(DispatchId dispatch, SendEvent e, CancellationToken ct)
    {
        var told = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        live.Post(dispatch, new Mail.Tell(e, told));
        return await told.Task.WaitAsync(ct);
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await base.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        stopping.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task RunAsync(CancellationToken ct)
    {
        heartbeat.Beat();
        try
        {
            await scan.UnparkAsync(ct);
            if (await scan.WakeOpenAsync(ct) is > 0 and var found) Logger.Note($"{found} dispatches were at work before the start and go on");
            await TurnAsync(ct);
        }
        finally
        {
            heartbeat.Stop();
        }
    }

    private async Task TurnAsync(CancellationToken ct)
    {
        var lookedAt = Time.GetTimestamp();
        while (true)
        {
            var nextDue = await scan.WakeDueAsync(ct);
            await scan.MakeRoomAsync(ct);
            if (Time.GetElapsedTime(lookedAt) > SecondLook)
            {
                await scan.WakeOpenAsync(ct); // what another instance took on, or a failure left behind
                lookedAt = Time.GetTimestamp();
            }

            var wait = nextDue - Time.GetUtcNow();
            await bell.WaitAsync(wait < TimeSpan.Zero ? TimeSpan.Zero : wait < Look ? wait : Look, Time, ct);
        }
    }

    private async Task<SendState> AgainAsync(DispatchId dispatch, CancellationToken ct)
    {
        var stored = await dispatches.ReadAsync(dispatch, ct) ?? throw new StoreUnavailableException("a dispatch came and went");
        live.Post(dispatch, new Mail.Wake());
        return stored.Value;
    }
}
