using Ascs.Contracts;
using Ascs.Storage;

namespace Ascs.Trust.Audit;

/// <summary>The end of a trail as a starting platform finds it.</summary>
/// <param name="Head">What the next batch is chained to: never before the newest head known, so that what was cut off leaves a gap for ever.</param>
/// <param name="Faults">A sentence for each sign that somebody was at the trail.</param>
internal sealed record AuditEnd(AuditHead Head, IReadOnlyList<string> Faults)
{
    /// <summary>Reads from the newest head known on; the whole trail when there is none.</summary>
    public static async Task<AuditEnd> FindAsync(IDocumentStore store, PlatId platform, AuditWitness witness, DateTimeOffset now)
    {
        var stored = (await store.ReadAsync(Containers.Heads, SignedAuditHead.Key, SignedAuditHead.Schema))?.Value.Read(platform);
        var told = witness.Heads().Where(head => head.IsOf(platform, witness.Keys)).Select(head => head.Read(platform)!);
        var known = told.Append(stored ?? AuditHead.Empty).MaxBy(head => head.Number)!;
        var end = new AuditEnd(known, []);
        var found = known == AuditHead.Empty || known.ExpiresAt <= UnixTime.From(now);
        var from = AuditDocument.IdOf(Math.Max(known.Number, 1));
        await foreach (var document in store.RangeAllAsync(Containers.Audit, AuditDocument.Partition, from, IdRange.End, AuditDocument.Schema))
        {
            if (AuditBatch.Parse(document.Value.Text)?.ToHead() is { } next)
            {
                found |= next == known;
                end = end with { Head = next.Number > end.Head.Number ? next : end.Head };
            }
            else
            {
                end = end with { Faults = [.. end.Faults, $"Audit batch {document.Key.Id} can't be read."] };
            }
        }

        return found ? end : end with { Faults = [.. end.Faults, $"Audit batch {known.Number} is not there or another one: the trail was cut off or changed."] };
    }
}
