using Ascs.Storage;

namespace Ascs.Journeys.Tests.Hosts;

/// <summary>A store whose purge counts its rounds and fails when told to.</summary>
internal sealed class FailingPurge : IStoreMaintenance
{
    private volatile int rounds;

    public int Rounds => rounds;

    public volatile bool Fails;

    public Task<int> PurgeExpiredAsync(DateTimeOffset now, CancellationToken ct = default)
    {
        var fails = Fails;
        Interlocked.Increment(ref rounds);
        return fails ? throw new StoreUnavailableException("told to") : Task.FromResult(0);
    }

    public Task EraseDeletedAsync(CancellationToken ct = default) => Task.CompletedTask;
}
