using Ascs.Storage;
using Ascs.Trust.Hosting;
using Ascs.Trust.Journal;

namespace Ascs.Hosts.Local.Platforms;

/// <summary>
/// Deletes what has expired: at the start, then once a minute. A store stops showing a document when its time comes, but only this takes it off the disk
/// (decision 0032: what was prepared is gone after an hour; CHEAA-A.2.4 e: private data is kept a year at most). A store purges in slices: writers get their turn.
/// </summary>
internal sealed class PurgeExpired(IReadOnlyList<IStoreMaintenance> stores, TimeProvider time, ILogger<PurgeExpired> log) : BackgroundService, IHealthPart
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    // Whether the last round went through.
    private volatile bool works = true;

    public string Name => "purge";

    public Task<bool> IsUpAsync(CancellationToken cancellationToken) => Task.FromResult(works);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var minute = new PeriodicTimer(Every, time);
        do
            works = await PurgeAsync(stoppingToken);
        while (await minute.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<bool> PurgeAsync(CancellationToken ct)
    {
        try
        {
            foreach (var store in stores)
                await store.PurgeExpiredAsync(time.GetUtcNow(), ct);
            return true;
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            log.Fault(fault, "What has expired could not be deleted; the next minute tries again");
            return false;
        }
    }
}
