using System.Globalization;
using System.Text.Json.Serialization;
using Ascs.Storage;

namespace Ascs.TrustedParty.Expiry;

/// <summary>How far the sweep is: container Work, partition `expiry`, id `finished`. A platform that was off for weeks goes on where it stopped.</summary>
internal sealed partial class SweptDays(IDocumentStore store)
{
    private const string Format = "yyyyMMdd";
    private static readonly DocumentKey Place = new("expiry", "finished");
    private static readonly DocumentSchema<Finished> Schema = new("swept days", 1, SweptJson.Default.Finished);

    /// <summary>The first day that is not finished; the day before today when nothing is known.</summary>
    public async Task<DateOnly> FirstOpenAsync(DateOnly today, CancellationToken ct) =>
        await store.ReadAsync(Containers.Work, Place, Schema, ct) is { } stored
            ? DateOnly.ParseExact(stored.Value.Day, Format, CultureInfo.InvariantCulture).AddDays(1)
            : today.AddDays(-1);

    /// <summary>A day is finished.</summary>
    public Task FinishAsync(DateOnly day, CancellationToken ct) => store.CommitAsync(
        Containers.Work, Place.Partition, [Schema.Upsert(Place.Id, new Finished(day.ToString(Format, CultureInfo.InvariantCulture)))], ct);

    internal sealed record Finished(string Day);

    [JsonSerializable(typeof(Finished))]
    private sealed partial class SweptJson : JsonSerializerContext;
}
