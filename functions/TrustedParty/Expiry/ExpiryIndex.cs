using System.Globalization;
using Ascs.Contracts;
using Ascs.Storage;
using Ascs.TrustedParty.AnonymousIds;

namespace Ascs.TrustedParty.Expiry;

/// <summary>AIDs by the UTC day on which they expire: container Work, partition `expiry-yyyymmdd`, id = the AID. So the sweep looks at what is due and nothing else.</summary>
internal sealed class ExpiryIndex(IDocumentStore store)
{
    private static readonly ReadOnlyMemory<byte> Nothing = "{}"u8.ToArray(); // the place says it all

    /// <summary>Enters an AID. Converges when repeated.</summary>
    public async Task AddAsync(AidRecord record, CancellationToken ct) =>
        await store.CommitAsync(Containers.Work, Partition(DayOf(record.ExpiresAt)), [new Write.Upsert(record.Aid.ToString(), Nothing)], ct);

    /// <summary>A page of the AIDs of a day, after one of them.</summary>
    public async Task<(IReadOnlyList<Aid> Aids, string? Next)> OfAsync(DateOnly day, string from, int limit, CancellationToken ct)
    {
        var page = await store.RangeAsync(Containers.Work, Partition(day), from, IdRange.End, limit, ct);
        return ([.. page.Items.Select(d => Aid.TryParse(d.Key.Id, out var aid) ? aid : throw new InvalidDataException("The expiry index holds something else."))],
            page.NextFromId);
    }

    /// <summary>Takes AIDs out: the sweep is done with them.</summary>
    public async Task RemoveAsync(DateOnly day, IReadOnlyCollection<Aid> aids, CancellationToken ct)
    {
        foreach (var chunk in aids.Chunk(StoreLimits.MaxWritesPerCommit))
            await store.CommitAsync(Containers.Work, Partition(day), [.. chunk.Select(aid => new Write.Delete(aid.ToString()))], ct);
    }

    public static DateOnly DayOf(UnixTime time) => DateOnly.FromDateTime(time.ToTime().UtcDateTime);

    private static string Partition(DateOnly day) => "expiry-" + day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
