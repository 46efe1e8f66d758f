using Ascs.Hosts.Handset.Store;

namespace Ascs.Hosts.Handset.Receipts;

/// <summary>Releases receipts when they fall due and wakes the gateways that wait for them. All state is in the store; killing it loses nothing.</summary>
internal sealed class ReceiptPump(Writer writer, ReceiptClock clock, EventBell bell, HandsetOptions options, Journal journal) : BackgroundService
{
    // Receipts that fall due within this time share a commit.
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try { await Step(stoppingToken); }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { return; }
            catch (Exception reason)
            {
                journal.Error("receipts are stuck, trying again", reason);
                await Task.Delay(TimeSpan.FromSeconds(1), options.Time, stoppingToken);
            }
        }
    }

    private async Task Step(CancellationToken stopping)
    {
        var earlier = clock.Earlier; // taken before looking, so that no hand-over in between is missed
        clock.WaitFor(long.MaxValue);
        var released = await writer.Write(ledger => ReleaseDue.Run(ledger, Now, options.EventsKept, options.MessagesKept));
        foreach (var gateway in released.Gateways) bell.Ring(gateway);
        if (released.More) return;
        clock.WaitFor(released.NextDue);
        await Wait(released.NextDue, earlier, stopping);
    }

    private async Task Wait(long? nextDue, Task earlier, CancellationToken stopping)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var wait = nextDue is { } due ? TimeSpan.FromMilliseconds(Math.Max(due - Now, Gather.TotalMilliseconds)) : Timeout.InfiniteTimeSpan;
        await Task.WhenAny(earlier, Task.Delay(wait, options.Time, stop.Token));
        await stop.CancelAsync(); // the timer of the loser
        stopping.ThrowIfCancellationRequested();
    }

    private long Now => options.Time.GetUtcNow().ToUnixTimeMilliseconds();
}
