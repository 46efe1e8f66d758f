namespace Ascs.Trust.Audit;

/// <summary>Entries that are written together, the same ones at every attempt.</summary>
/// <param name="Entries">At least one, at most what a commit holds.</param>
/// <param name="At">When they were put together.</param>
internal sealed record AuditGroup(IReadOnlyList<AuditEntry> Entries, DateTimeOffset At);
