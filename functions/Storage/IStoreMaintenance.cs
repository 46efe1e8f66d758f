namespace Ascs.Storage;

/// <summary>The housekeeping of a store: what its owner runs on a timer, and before it says that something is destroyed.</summary>
public interface IStoreMaintenance
{
    /// <summary>Removes documents that had expired at <paramref name="now"/>, a slice at a time so that writers get their turn. Answers how many.</summary>
    Task<int> PurgeExpiredAsync(DateTimeOffset now, CancellationToken ct = default);

    /// <summary>
    /// When it returns, the bodies that were deleted, replaced or purged in <see cref="ContainerRights.Erasable"/> containers before the call are gone from the
    /// store's own files, to the last byte; backups are their owner's matter. Call it after deleting a key and before recording its destruction. Of other
    /// containers remains may stay until room is used again.
    /// </summary>
    /// <exception cref="StoreUnavailableException">A reader held the old bytes too long; nothing is lost, try again.</exception>
    Task EraseDeletedAsync(CancellationToken ct = default);
}
