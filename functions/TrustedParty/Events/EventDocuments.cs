using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ascs.Contracts;
using Ascs.Storage;

namespace Ascs.TrustedParty.Events;

/// <summary>Events of some appends, one document: container Work, partition `events-ENTERPRISE`, id = `page-` and the first sequence in 15 digits.</summary>
/// <param name="First">Sequence of the first; the others follow.</param>
/// <param name="Events">1 to 500.</param>
internal sealed record EventPage([property: JsonPropertyName("f")] long First, [property: JsonPropertyName("e")] IReadOnlyList<StoredEvent> Events)
{
    /// <summary>Sequence of the last.</summary>
    public long Last() => First + Events.Count - 1;
}

/// <summary>An event; its sequence is its place.</summary>
/// <param name="Type">One of <see cref="EventTypes"/>.</param>
/// <param name="Aid">Its subject.</param>
/// <param name="Time">When.</param>
/// <param name="Data">Its data.</param>
internal sealed record StoredEvent(
    [property: JsonPropertyName("y")] string Type, [property: JsonPropertyName("a")] Aid Aid, [property: JsonPropertyName("t")] UnixTime Time,
    [property: JsonPropertyName("d")] JsonElement Data);

/// <summary>A sequence: of `head` the next one to give, of `acked` the last one that the enterprise holds, of `key-…` the first of that append.</summary>
/// <param name="Sequence">The sequence.</param>
internal sealed record EventMark(long Sequence);

/// <summary>Where events are and how they are written.</summary>
internal static class EventDocuments
{
    public const string Head = "head";

    public const string Acked = "acked";

    public const string PagePrefix = "page-";

    public const string KeyPrefix = "key-";

    public static DocumentSchema<EventPage> PageSchema { get; } = new("event page", 1, EventJson.Default.EventPage);

    public static DocumentSchema<EventMark> MarkSchema { get; } = new("event mark", 1, EventJson.Default.EventMark);

    public static string PartitionOf(EnterpriseId enterprise) => $"events-{enterprise}";

    public static string Page(long first) => string.Create(CultureInfo.InvariantCulture, $"{PagePrefix}{first:D15}");

    public static string Key(string key) => KeyPrefix + key;
}

/// <summary>Generated serialisation of events.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EventPage))]
[JsonSerializable(typeof(EventMark))]
internal sealed partial class EventJson : JsonSerializerContext;
