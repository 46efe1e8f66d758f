using Ascs.Storage;
using Microsoft.Extensions.Logging;

namespace Ascs.Trust.Hosting;

/// <summary>
/// Deletes what has expired: at the start, then once a minute. A store stops showing a document when its time comes, but only this takes it off the disk
/// (decision 0032: what was prepared is gone after an hour; CHEAA-A.2.4 e: private data is kept a year at most). A store purges in slices: writers get their turn.
/// </summary>
public sealed class PurgeExpired(IReadOnlyList<IStoreMaintenance> stores, TimeProvider time, ILogger<PurgeExpired> logger)
    : PeriodicWork("purge", TimeSpan.FromMinutes(1), "What has expired could not be deleted; the next minute tries again", time, logger)
{
    /// <summary>One round over all stores.</summary>
    public override async Task RunOnceAsync(CancellationToken ct)
    {
        foreach (var store in stores)
            await store.PurgeExpiredAsync(Time.GetUtcNow(), ct);
    }
}
