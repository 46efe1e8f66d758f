using Ascs.Trust.Audit;

namespace Ascs.Hosts.Local.Auditing;

/// <summary>Checks a folder's trail against its keys, its journals and what else is named.</summary>
internal static class VerifyTrail
{
    /// <summary>Reads the whole trail. What it finds is on record too.</summary>
    public static async Task<(AuditVerifier Verifier, IReadOnlyList<string> Faults)> RunAsync(FolderTrail trail, IReadOnlyList<string> journals, CancellationToken ct)
    {
        var heads = journals.Append(trail.Journal).SelectMany(JournalHeads.Of).ToList(); // before the records: those go on growing
        if (await AuditReader.HeadAsync(trail.Store, ct) is { } stored) heads.Add(stored);
        var verifier = new AuditVerifier(trail.File.PlatId, trail.Ring.FindAuthor, heads, TimeProvider.System.GetUtcNow());
        await foreach (var document in AuditReader.DocumentsAsync(trail.Store, ct)) verifier.Add(document);
        var faults = verifier.Finish();
        if (faults.Count > 0) await trail.RecordAsync(AuditEvent.AuditBroken, "trail", "FOUND_BY_VERIFYING", ct);
        return (verifier, faults);
    }
}
