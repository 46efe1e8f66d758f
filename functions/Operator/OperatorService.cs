using Ascs.Operator.Deliveries;
using Ascs.Operator.Gateway;
using Ascs.Operator.Reports;
using Ascs.Operator.Subscribers;
using Ascs.Storage;
using Ascs.Trust.Journal;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ascs.Operator;

/// <summary>
/// The platform's background work, in the order in which it must begin: subscriber rows → journal → recovery → calls are answered, hand-overs, pull, push.
/// It ends the other way round: hand-overs finish what they began, then the journal makes it durable. A journal that fails ends them all.
/// </summary>
internal sealed class OperatorService(
    OperatorOptions options, SubscriberDirectory subscribers, ImportSubscribers import, DeliveryJournal journal, Recovery recovery, DeliveryQueue queue,
    HandOver handOver, PullGateway pull, PushReports push, CloseOverdue closing, OperatorStart start, OperatorHealth health, TimeProvider time,
    ILogger<OperatorService> log) : BackgroundService
{
    private static readonly TimeSpan ClosingEvery = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var journalStop = new CancellationTokenSource();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        await LoadAsync(stop.Token);
        var journalRuns = JournalAsync(stop, journalStop.Token);
        await recovery.RunAsync(stop.Token);
        start.Set();
        var workers = Enumerable.Range(0, options.GatewayCalls).Select(_ => RunAsync("hand-over", HandOverAsync, stop.Token));
        await Task.WhenAll([.. workers, RunAsync("pull", pull.RunAsync, stop.Token), RunAsync("push", push.RunAsync, stop.Token),
            RunAsync("closing", CloseAsync, stop.Token)]);
        await journalStop.CancelAsync();
        await journalRuns;
    }

    // Beginning it again would go on from a memory that is ahead of the store: the whole platform ends, the host with it, and the next start reads back what is there.
    private async Task JournalAsync(CancellationTokenSource others, CancellationToken ct)
    {
        try
        {
            await journal.RunAsync(ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Stopped.
        }
        catch (Exception fault)
        {
            health.Loops.Failed();
            log.Fault(fault, "the delivery journal failed: the platform ends");
            await others.CancelAsync();
            throw new InvalidOperationException("The delivery journal failed."); // without the fault, whose message may quote what was handled
        }
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        await subscribers.LoadAsync(ct);
        if (options.SubscribersFile is { } file)
        {
            switch (await import.FromFileAsync(file, ct))
            {
                case ImportOutcome.Imported imported:
                    log.Note($"{imported.Lines} subscriber lines imported as version {imported.Version}");
                    break;
                case ImportOutcome.Refused refused:
                    foreach (var fault in refused.Faults) log.Warn($"subscriber file, {fault}");
                    log.Warn($"the subscriber file was refused: {refused.Faults.Count} faults, nothing was imported");
                    break;
                default:
                    break;
            }
        }

        await journal.LoadAsync(ct);
    }

    private async Task HandOverAsync(CancellationToken ct)
    {
        while (true) await handOver.RunAsync(await queue.TakeAsync(ct), ct);
    }

    private async Task CloseAsync(CancellationToken ct)
    {
        while (true)
        {
            await closing.RunAsync(ct);
            await Task.Delay(ClosingEvery, time, ct);
        }
    }

    // A part that fails is a bug: it is told without the message, which may quote what was handled, and begun again.
    private async Task RunAsync(string part, Func<CancellationToken, Task> run, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await run(ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (StoreUnavailableException)
            {
                health.Loops.Failed();
                log.Warn($"the store is away: {part} goes on when it is back");
                await Task.Delay(Pause, time, CancellationToken.None);
            }
            catch (Exception fault)
            {
                health.Loops.Failed();
                log.Fault(fault, $"{part} failed and is begun again");
                await Task.Delay(Pause, time, CancellationToken.None);
            }
        }
    }
}
