namespace Ascs.Trust.Audit;

/// <summary>Where auditable events go (CHEAA-4.1.6). All members may be called at the same time from any thread.</summary>
public interface IAuditTrail
{
    /// <summary>Takes the entry in and returns at once. It is on disk within a second; a crash may lose that second. For calls.</summary>
    void Record(AuditEntry entry);

    /// <summary>Returns when the entry is on disk, together with everything recorded before it. For key acts, pairings, logins and incidents, before they take effect.</summary>
    /// <exception cref="Ascs.Storage.StoreUnavailableException">It could not be written yet; it is kept and tried again. Whoever waited must not act.</exception>
    ValueTask RecordDurablyAsync(AuditEntry entry, CancellationToken ct);
}
