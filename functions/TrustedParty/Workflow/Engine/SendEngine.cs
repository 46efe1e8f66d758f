using System.Collections.Concurrent;
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
    private const int MostForgotten = 90;
    private const int MostWoken = 45; // twice that is one commit
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan StandsStill = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan SecondLook = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<DispatchId, SendInstance> live = new();
    private readonly ConcurrentQueue<string> forgotten = new(); // index entries of finished dispatches
    private readonly Bell bell = new();
    private readonly DispatchStore dispatches;
    private readonly SendIndex index;
    private readonly DispatchOptions options;
    private readonly InstanceServices services;
    private readonly CancellationTokenSource stopping = new();
    private DateTimeOffset nextDue; // owned by the loop
    private int recipients; // held in memory, of all dispatches at work
    private long lastTurn; // when the loop last turned; 0 while it does not run here

    public SendEngine(
        IDocumentStore store, DispatchStore dispatches, SendIndex index, ISendEffects effects, DispatchOptions options, TimeProvider time,
        ILogger<SendEngine> logger)
        : base("send-engine", store, options, time, logger)
    {
        (this.dispatches, this.index, this.options) = (dispatches, index, options);
        services = new InstanceServices(dispatches, index, effects, Forget, change => Interlocked.Add(ref recipients, change), time, logger);
    }

    /// <summary>False when the loop of this instance stands still; true also where another instance has the lease.</summary>
    public bool IsTurning => lastTurn is not (> 0 and var last) || Time.GetElapsedTime(last) < StandsStill;

    /// <inheritdoc/>
    public bool HasRoom => Volatile.Read(ref recipients) < options.MostRecipientsAtWork;

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
        else Post(state.DispatchId, new Mail.Begin(state, etag, job.Content, job.Records));
        return state;
    }

    /// <inheritdoc/>
    public async Task ResumeAsync(SendState stored, CancellationToken ct)
    {
        await index.PutAsync(SendIndex.Open(stored), [], ct);
        Post(stored.DispatchId, new Mail.Wake());
    }

    /// <inheritdoc/>
    public async Task<bool> TellAsync(DispatchId dispatch, SendEvent e, CancellationToken ct)
    {
        var told = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(dispatch, new Mail.Tell(e, told));
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
        lastTurn = Time.GetTimestamp();
        try
        {
            await UnparkAsync(ct);
            if (await LookAtOpenAsync(ct) is > 0 and var found) Logger.Note($"{found} dispatches were at work before the start and go on");
            await TurnAsync(ct);
        }
        finally
        {
            lastTurn = 0;
        }
    }

    private async Task TurnAsync(CancellationToken ct)
    {
        var lookedAt = Time.GetTimestamp();
        while (true)
        {
            await WakeDueAsync(ct);
            await MakeRoomAsync(ct);
            if (Time.GetElapsedTime(lookedAt) > SecondLook)
            {
                await LookAtOpenAsync(ct); // what another instance took on, or a failure left behind
                lookedAt = Time.GetTimestamp();
            }

            var wait = nextDue - Time.GetUtcNow();
            await bell.WaitAsync(wait < TimeSpan.Zero ? TimeSpan.Zero : wait < Look ? wait : Look, Time, ct);
        }
    }

    private async Task<SendState> AgainAsync(DispatchId dispatch, CancellationToken ct)
    {
        var stored = await dispatches.ReadAsync(dispatch, ct) ?? throw new StoreUnavailableException("a dispatch came and went");
        Post(dispatch, new Mail.Wake());
        return stored.Value;
    }

    private void Post(DispatchId dispatch, Mail mail)
    {
        while (true)
        {
            var instance = live.GetOrAdd(dispatch, id => new SendInstance(id, services, Retire, stopping.Token));
            if (instance.Post(mail)) return;
            Retire(instance);
        }
    }

    private void Retire(SendInstance instance) => live.TryRemove(new(instance.Dispatch, instance));

    private void Forget(IReadOnlyList<string> entries)
    {
        foreach (var entry in entries) forgotten.Enqueue(entry);
    }

    private async Task UnparkAsync(CancellationToken ct)
    {
        for (var page = await index.ParkedFromAsync(null, ct); page.Items.Count > 0; page = await index.ParkedFromAsync(null, ct))
        {
            Logger.Warn($"{page.Items.Count} parked dispatches are tried again");
            foreach (var entry in page.Items)
            {
                var dispatch = SendIndex.DispatchOf(entry.Key.Id);
                if (await dispatches.ReadAsync(dispatch, ct) is { } stored) await index.PutAsync(SendIndex.Open(stored.Value), [entry.Key.Id], ct);
                else await index.RemoveAsync([entry.Key.Id], ct);
            }
        }
    }

    private async Task<int> LookAtOpenAsync(CancellationToken ct)
    {
        var found = 0;
        for (var page = await index.OpenFromAsync(null, ct); ; page = await index.OpenFromAsync(page.NextFromId, ct))
        {
            foreach (var entry in page.Items)
            {
                var dispatch = SendIndex.DispatchOf(entry.Key.Id);
                if (live.ContainsKey(dispatch)) continue;
                await AwaitRoomAsync(ct);
                if (await dispatches.ReadAsync(dispatch, ct) is not { Value: var state }) continue; // just being taken on, or never was
                Post(dispatch, new Mail.Wake(state.Lines.Count));
                found++;
            }

            if (page.NextFromId is null) return found;
        }
    }

    private async Task WakeDueAsync(CancellationToken ct)
    {
        var now = Time.GetUtcNow();
        nextDue = now;
        while (nextDue <= now)
        {
            var page = await index.FirstDueAsync(MostWoken, ct);
            var due = page.Items.Select(e => e.Key.Id).TakeWhile(e => SendIndex.TimeOf(e) <= now).ToList();
            if (due.Count > 0) await WakeAsync(due, ct);
            nextDue = due.Count == MostWoken ? now
                : due.Count < page.Items.Count ? SendIndex.TimeOf(page.Items[due.Count].Key.Id)
                : DateTimeOffset.MaxValue;
        }
    }

    // Entries stay due until the dispatches have open ones: a crash in between loses nothing.
    private async Task WakeAsync(List<string> entries, CancellationToken ct)
    {
        await AwaitRoomAsync(ct);
        var woken = await dispatches.ReadManyAsync([.. entries.Select(SendIndex.DispatchOf)], ct);
        await index.PutManyAsync([.. woken.Select(SendIndex.Open)], entries, ct);
        foreach (var state in woken) Post(state.DispatchId, new Mail.Wake(state.Lines.Count));
    }

    // Only the loop makes room, so it goes on making it while it waits for it.
    private async Task AwaitRoomAsync(CancellationToken ct)
    {
        lastTurn = Time.GetTimestamp();
        while (!HasRoom)
        {
            await MakeRoomAsync(ct);
            await Task.Delay(Look, Time, ct);
        }
    }

    private async Task MakeRoomAsync(CancellationToken ct)
    {
        lastTurn = Time.GetTimestamp();
        Rest();
        await ForgetAsync(ct);
    }

    // Who only waits for receipts leaves memory, sooner when others wait for the place.
    private void Rest()
    {
        var idle = HasRoom ? options.IdleTime : Look;
        foreach (var (_, instance) in live)
            if (Time.GetElapsedTime(instance.LastMailAt) > idle) instance.Post(new Mail.Rest());
    }

    private async Task ForgetAsync(CancellationToken ct)
    {
        while (!forgotten.IsEmpty)
        {
            var entries = new List<string>(MostForgotten);
            while (entries.Count < MostForgotten && forgotten.TryDequeue(out var entry)) entries.Add(entry);
            await index.RemoveAsync([.. entries.Distinct()], ct);
        }
    }
}
