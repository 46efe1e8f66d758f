using Ascs.Contracts;
using Ascs.Trust.Directory;
using Ascs.Trust.Hosting;
using Ascs.TrustedParty.AnonymousIds;
using Microsoft.Extensions.Logging;

namespace Ascs.TrustedParty.Revocations;

/// <summary>Finishes withdrawals that a crash or an operator away left open, until every one of them is blocked.</summary>
internal sealed class FinishRevocations(
    RevocationOrders orders, Revocations revocations, IAidRecords records, IPlatformDirectory directory, TimeProvider time, ILogger<FinishRevocations> logger)
    : PeriodicWork("withdrawals", Pause, "Withdrawals could not be finished now and are tried again", time, logger)
{
    private const int AtOnce = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>One pass over all operators. Orders of the last moment are left to the call that made them.</summary>
    public override async Task RunOnceAsync(CancellationToken ct)
    {
        foreach (var peer in directory.Operators())
        {
            var ripe = UnixTime.From(Time.GetUtcNow() - Pause);
            var open = (await orders.OfAsync(peer.OperatorId!.Value, AtOnce, ct)).Where(order => order.At <= ripe).ToDictionary(order => order.Aid);
            if (open.Count == 0)
                continue;
            var found = await records.ReadManyAsync([.. open.Values.Select(order => new OwnedAid(order.EnterpriseId, order.Aid))], ct);
            await revocations.FinishAsync(found, open, ct);
        }
    }
}
