using Ascs.Contracts;
using Ascs.Storage;
using Ascs.Trust.Directory;
using Ascs.Trust.Journal;
using Ascs.TrustedParty.Background;
using Ascs.TrustedParty.Dispatches;
using Microsoft.Extensions.Logging;

namespace Ascs.TrustedParty.Outcomes;

/// <summary>Applies what operators reported, each operator's reports in order, operators side by side.</summary>
internal sealed class ReportWorker(
    OutcomeInbox inbox, ApplyReports apply, IPlatformDirectory directory, IDocumentStore store, DispatchOptions options, TimeProvider time,
    ILogger<ReportWorker> logger) : LeasedWork("report-worker", store, options, time, logger)
{
    private const int MostReports = 50;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task RunAsync(CancellationToken ct)
    {
        var loops = directory.Operators().Select(o => ApplyAsync(o.OperatorId!.Value, ct));
        await Task.WhenAll([Task.Delay(Timeout.InfiniteTimeSpan, Time, ct), .. loops]);
    }

    // What fails is tried again and holds up no other operator.
    private async Task ApplyAsync(OperatorId home, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                if (!await StepAsync(home, ct)) await inbox.BellOf(home).WaitAsync(Look, Time, ct);
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                Logger.Fault(e, $"Reports of {home} could not be applied and wait");
                await Task.Delay(Pause, Time, ct);
            }
        }
    }

    private async Task<bool> StepAsync(OperatorId home, CancellationToken ct)
    {
        var reports = await inbox.WaitingAsync(home, MostReports, ct);
        if (reports.Count == 0) return false;
        await apply.RunAsync(home, reports, ct);
        await inbox.RemoveAsync(home, reports, ct);
        return true;
    }
}
