using System.Globalization;
using System.Text.Json.Serialization;
using Ascs.Storage;

namespace Ascs.TrustedParty.EvidenceLog;

/// <summary>Leaves of one step, container Evidence, partition `log-1`, id `entries-` and the index of the first in 12 digits. Its creation is the commit point.</summary>
/// <param name="Count">How many, 1 to <see cref="Step.MaxLeaves"/>.</param>
/// <param name="Leaves"><see cref="LeafPack"/>, base64.</param>
internal sealed record EntriesDocument(int Count, string Leaves);

/// <summary>Says that a batch is in the log; created in the same commit as its entries, id `batch-` and the caller's batch id.</summary>
/// <param name="First">Index of its first leaf.</param>
/// <param name="Count">How many leaves.</param>
internal sealed record BatchDocument(long First, int Count);

/// <summary>A complete tile (C2SP tlog-tiles): 256 hashes of one level. Container Evidence, partition `log-1-tiles`. Derived from the entries.</summary>
/// <param name="Hashes">256 × 32 bytes, base64.</param>
/// <param name="Steps">Level 0 only: where the steps begin whose leaves are in it, ascending; the first may begin in an earlier tile.</param>
internal sealed record TileDocument(string Hashes, IReadOnlyList<long>? Steps = null);

/// <summary>The newest checkpoint, container Heads, partition `log-1`, id `checkpoint`. Derived from the entries, changed by compare-and-swap only.</summary>
/// <param name="Checkpoint">Signed note, C2SP text.</param>
/// <param name="Tiled">Every tile complete at this many leaves (a multiple of 256) was stored before this document was written.</param>
internal sealed record HeadDocument(string Checkpoint, long Tiled);

/// <summary>Where the log's documents are and how they are written.</summary>
internal static class LogDocuments
{
    /// <summary>Partition of entries, batches and the checkpoint.</summary>
    public const string Log = "log-1";

    /// <summary>Partition of tiles.</summary>
    public const string Tiles = "log-1-tiles";

    /// <summary>Id of the checkpoint.</summary>
    public const string Checkpoint = "checkpoint";

    public static DocumentSchema<EntriesDocument> Entries { get; } = new("log entries", 1, LogJson.Default.EntriesDocument);

    public static DocumentSchema<BatchDocument> Batch { get; } = new("log batch", 1, LogJson.Default.BatchDocument);

    public static DocumentSchema<TileDocument> Tile { get; } = new("log tile", 1, LogJson.Default.TileDocument);

    public static DocumentSchema<HeadDocument> Head { get; } = new("log checkpoint", 1, LogJson.Default.HeadDocument);

    public static string EntriesId(long first) => string.Create(CultureInfo.InvariantCulture, $"entries-{first:D12}");

    public static string BatchId(string batchId) => "batch-" + batchId;

    public static string TileId(TileKey tile) => string.Create(CultureInfo.InvariantCulture, $"tile-{tile.Level}-{tile.Index:D12}");

    /// <summary>The index in an entries id.</summary>
    public static long FirstOf(string entriesId) => long.Parse(entriesId.AsSpan("entries-".Length), NumberStyles.None, CultureInfo.InvariantCulture);
}

/// <summary>Generated serialisation of the log's documents.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(EntriesDocument))]
[JsonSerializable(typeof(BatchDocument))]
[JsonSerializable(typeof(TileDocument))]
[JsonSerializable(typeof(HeadDocument))]
internal sealed partial class LogJson : JsonSerializerContext;
