using Ascs.Contracts;
using Ascs.Gm;
using Ascs.Storage;

namespace Ascs.Trust.Audit;

/// <summary>
/// Checks a trail from its first batch to its last: each has the one text its records make, is signed by the platform, follows the one before, and no head that
/// was ever published is missing. Who can write the store but has no key of the platform changes nothing unnoticed (CHEAA-4.1.6 c).
/// </summary>
/// <param name="platform">Whose trail it is meant to be.</param>
/// <param name="keys">That platform's public author keys by id, from where the store's writers can't reach.</param>
/// <param name="heads">Published heads, from the store, from journals, from wherever copies went. Those the platform never signed are passed over.</param>
/// <param name="now">The time: what came before the first batch may be missing when its term was over by now.</param>
public sealed class AuditVerifier(PlatId platform, Func<string, Sm2PublicKey?> keys, IEnumerable<SignedAuditHead> heads, DateTimeOffset now)
{
    private readonly List<AuditHead> published = [.. heads.Where(head => head.IsOf(platform, keys)).Select(head => head.Read(platform)!).Distinct()];
    private readonly List<string> faults = [];
    private AuditHead? end;
    private long first;

    /// <summary>Batches read.</summary>
    public int Batches { get; private set; }

    /// <summary>Records in them.</summary>
    public long Records { get; private set; }

    /// <summary>Where the trail ends, as far as it could be read.</summary>
    public AuditHead End => end ?? AuditHead.Empty;

    /// <summary>Takes the next document of the trail, in the order of ids; its batch when it holds.</summary>
    public AuditBatch? Add(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        Batches++;
        var (batch, fault) = Read(document);
        if (batch is null)
        {
            faults.Add($"{document.Key.Id}: {fault}");
            return null;
        }

        CheckOrder(batch);
        Records += batch.Entries.Count;
        end = batch.ToHead();
        if (published.Find(head => head.Number == batch.Number) is { } known && known != end) faults.Add($"{Name(batch.Number)}: is not the batch that was published under this number");
        return batch;
    }

    /// <summary>What is wrong with the trail, a sentence each; empty when nothing is.</summary>
    public IReadOnlyList<string> Finish()
    {
        var newest = published.MaxBy(head => head.Number);
        var isCut = newest is not null && newest.Number > End.Number && (first > 0 || newest.ExpiresAt > UnixTime.From(now));
        return isCut ? [.. faults, $"{Name(End.Number + 1)} to {Name(newest!.Number)}: cut off; the trail had {newest.Records} records"] : faults;
    }

    private (AuditBatch? Batch, string? Fault) Read(Document document)
    {
        AuditDocument stored;
        try
        {
            stored = AuditDocument.Schema.FromBody(document.Body);
        }
        catch (InvalidDataException)
        {
            return (null, "can't be read");
        }

        if (AuditBatch.Parse(stored.Text) is not { } batch) return (null, "is no batch");
        if (batch.Platform != platform) return (null, "belongs to another platform's trail");
        if (document.Key.Id != Name(batch.Number)) return (null, "stands under another's number");
        return AuditSeal.Holds(stored.Seal, AuditDocument.Operation, AuditBatch.DigestOf(stored.Text), keys) ? (batch, null) : (null, "is not signed by this platform");
    }

    private void CheckOrder(AuditBatch batch)
    {
        if (first == 0) first = batch.Number;
        if (end is null)
        {
            // What is purged is purged from the front, by whole days, when their term is over; the batch behind says when that was.
            if (batch.Previous != AuditHead.Empty && batch.Previous.ExpiresAt > UnixTime.From(now)) faults.Add($"{Name(batch.Number)}: what came before it is missing and its term is not over");
        }
        else if (batch.Previous != end)
        {
            faults.Add($"{Name(batch.Number)}: does not follow {Name(end.Number)}: between them something was removed, changed or put in");
        }
    }

    private static string Name(long number) => AuditDocument.IdOf(number);
}
