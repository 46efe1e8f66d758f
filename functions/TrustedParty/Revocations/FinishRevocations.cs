using Ascs.Contracts;
using Ascs.Trust.Directory;
using Ascs.Trust.Journal;
using Ascs.TrustedParty.AnonymousIds;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ascs.TrustedParty.Revocations;

/// <summary>Finishes withdrawals that a crash or an operator away left open, until every one of them is blocked.</summary>
internal sealed class FinishRevocations(
    RevocationOrders orders, Revocations revocations, IAidRecords records, IPlatformDirectory directory, TimeProvider time, ILogger<FinishRevocations> logger)
    : BackgroundService
{
    private const int AtOnce = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>One pass over all operators. Orders of the last moment are left to the call that made them.</summary>
    public async Task RunOnceAsync(CancellationToken ct)
    {
        foreach (var peer in directory.Operators())
        {
            var ripe = UnixTime.From(time.GetUtcNow() - Pause);
            var open = (await orders.OfAsync(peer.OperatorId!.Value, AtOnce, ct)).Where(order => order.At <= ripe).ToDictionary(order => order.Aid);
            if (open.Count == 0)
                continue;
            var found = await records.ReadManyAsync(open.Keys, ct);
            await revocations.FinishAsync([.. found.Values], open, ct);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunOnceAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                logger.Fault(e, "Withdrawals could not be finished now and are tried again");
            }

            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
