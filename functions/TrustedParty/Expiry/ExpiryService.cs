using Ascs.Trust.Journal;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ascs.TrustedParty.Expiry;

/// <summary>Runs the sweep once a minute.</summary>
internal sealed class ExpiryService(ExpirySweep sweep, TimeProvider time, ILogger<ExpiryService> journal) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await sweep.SweepAsync(time.GetUtcNow(), stoppingToken) is > 0 and var noted)
                    journal.Note($"{noted} AIDs expired");
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                journal.Fault(fault, "The expiry sweep did not finish; it goes on in a minute");
            }

            await Task.Delay(Pause, time, stoppingToken);
        }
    }
}
