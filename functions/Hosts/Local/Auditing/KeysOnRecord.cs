using Ascs.Hosts.Local.Platforms;
using Ascs.Trust.Audit;

namespace Ascs.Hosts.Local.Auditing;

/// <summary>Puts the acts of a platform's key ring on record.</summary>
internal static class KeysOnRecord
{
    /// <summary>Those from now on, and at the very first start those of `init`, which had no trail yet: it is signed by one of these keys.</summary>
    public static async Task BeginAsync(PlatformParts parts, IAuditTrail trail, TimeProvider time, CancellationToken ct)
    {
        if (await AuditReader.HeadAsync(parts.Store, ct) is null)
            foreach (var key in parts.Keys.Ring.Records)
                trail.Record(new AuditEntry(AuditEvent.KeyCreated, AuditEntry.Platform, key.KeyId, AuditEntry.Ok, null, key.CreatedAt));
        parts.Keys.Ring.RecordIn(new AuditedKeys(trail, AuditEntry.Platform, time));
    }
}
