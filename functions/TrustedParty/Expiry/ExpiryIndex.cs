using System.Globalization;
using Ascs.Contracts;
using Ascs.Storage;
using Ascs.TrustedParty.AnonymousIds;

namespace Ascs.TrustedParty.Expiry;

/// <summary>AIDs by the UTC day on which they expire: container Work, partition `expiry-yyyymmdd`, id = the AID, `-` and its enterprise. So the sweep looks at what is due and nothing else.</summary>
internal sealed class ExpiryIndex(IDocumentStore store)
{
    private static readonly ReadOnlyMemory<byte> Nothing = "{}"u8.ToArray(); // the place says it all

    /// <summary>Enters an AID. Converges when repeated.</summary>
    public async Task AddAsync(AidRecord record, CancellationToken ct) =>
        await store.CommitAsync(Containers.Work, Partition(DayOf(record.ExpiresAt)), [new Write.Upsert(IdOf(record.Owned), Nothing)], ct);

    /// <summary>A page of the AIDs of a day, after one of them.</summary>
    public async Task<(IReadOnlyList<OwnedAid> Aids, string? Next)> OfAsync(DateOnly day, string from, int limit, CancellationToken ct)
    {
        var page = await store.RangeAsync(Containers.Work, Partition(day), from, IdRange.End, limit, ct);
        return ([.. page.Items.Select(entry => Parse(entry.Key.Id))], page.NextFromId);
    }

    /// <summary>Takes AIDs out: the sweep is done with them.</summary>
    public async Task RemoveAsync(DateOnly day, IReadOnlyCollection<OwnedAid> aids, CancellationToken ct)
    {
        foreach (var chunk in aids.Chunk(StoreLimits.MaxWritesPerCommit))
            await store.CommitAsync(Containers.Work, Partition(day), [.. chunk.Select(aid => new Write.Delete(IdOf(aid)))], ct);
    }

    public static DateOnly DayOf(UnixTime time) => DateOnly.FromDateTime(time.ToTime().UtcDateTime);

    private static string IdOf(OwnedAid aid) => $"{aid.Aid}-{aid.EnterpriseId}";

    private static OwnedAid Parse(string id) =>
        id.Split('-', 2) is [var first, var rest] && Aid.TryParse(first, out var aid) && EnterpriseId.TryParse(rest, out var enterprise)
            ? new OwnedAid(enterprise, aid)
            : throw new InvalidDataException("The expiry index holds something else.");

    private static string Partition(DateOnly day) => "expiry-" + day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
