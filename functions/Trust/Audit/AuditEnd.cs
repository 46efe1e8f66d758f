using Ascs.Contracts;
using Ascs.Storage;

namespace Ascs.Trust.Audit;

/// <summary>The end of a trail as a starting platform finds it.</summary>
/// <param name="Head">What the next batch is chained to: never before the newest head known, so that what was cut off leaves a gap for ever.</param>
/// <param name="Faults">A sentence for each sign that somebody was at the trail.</param>
internal sealed record AuditEnd(AuditHead Head, IReadOnlyList<string> Faults)
{
    /// <summary>Reads from the newest head published on; the whole trail when there is none.</summary>
    public static async Task<AuditEnd> FindAsync(IDocumentStore store, PlatId platform, DateTimeOffset now)
    {
        var stored = await store.ReadAsync(Containers.Heads, SignedAuditHead.Key, SignedAuditHead.Schema);
        var known = stored?.Value.Read(platform) ?? AuditHead.Empty;
        var end = new AuditEnd(known, stored is not null && known == AuditHead.Empty ? ["The audit trail's head is of another platform or unreadable."] : []);
        var from = AuditDocument.IdOf(Math.Max(known.Number, 1));
        var found = known == AuditHead.Empty || known.ExpiresAt <= UnixTime.From(now);
        await foreach (var document in store.RangeAllAsync(Containers.Audit, AuditDocument.Partition, from, IdRange.End, AuditDocument.Schema))
        {
            if (AuditBatch.Parse(document.Value.Text)?.ToHead() is not { } next)
            {
                end = end with { Faults = [.. end.Faults, $"Audit batch {document.Key.Id} can't be read."] };
                continue;
            }

            found |= next == known;
            end = end with { Head = next.Number > end.Head.Number ? next : end.Head };
        }

        return found ? end : end with { Faults = [.. end.Faults, $"Audit batch {known.Number} is not there or another one: the trail was cut off or changed."] };
    }
}
