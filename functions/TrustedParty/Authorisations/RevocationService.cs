using Ascs.Trust.Journal;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ascs.TrustedParty.Authorisations;

/// <summary>Carries out withdrawals that a crash or an absent operator left open, at start and then every few seconds.</summary>
internal sealed class RevocationService(Revocations revocations, TimeProvider time, ILogger<RevocationService> journal) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await revocations.ResumeAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                journal.Fault(fault, "Open withdrawals could not be carried out; they are tried again");
            }

            await Task.Delay(Pause, time, stoppingToken);
        }
    }
}
