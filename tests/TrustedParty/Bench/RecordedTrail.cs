using System.Collections.Concurrent;
using Ascs.Trust.Audit;

namespace Ascs.TrustedParty.Tests.Bench;

/// <summary>An audit trail in memory.</summary>
internal sealed class RecordedTrail : IAuditTrail
{
    public ConcurrentQueue<AuditEntry> Entries { get; } = new();

    public void Record(AuditEntry entry) => Entries.Enqueue(entry);

    public ValueTask RecordDurablyAsync(AuditEntry entry, CancellationToken ct)
    {
        Entries.Enqueue(entry);
        return ValueTask.CompletedTask;
    }
}
