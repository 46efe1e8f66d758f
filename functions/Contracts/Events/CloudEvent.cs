using System.Text.Json;

namespace Ascs.Contracts;

/// <summary>A CloudEvents 1.0 object with a contiguous sequence per enterprise.</summary>
/// <param name="Specversion">`1.0`.</param>
/// <param name="Id">Unique within the source.</param>
/// <param name="Source">`urn:ascs:trusted-party`.</param>
/// <param name="Type">One of <see cref="EventTypes"/>.</param>
/// <param name="Subject">The AID.</param>
/// <param name="Time">RFC 3339, UTC.</param>
/// <param name="Sequence">Counts from 1 without gaps.</param>
/// <param name="Data">Object of the type.</param>
public sealed record CloudEvent(
    [Match(Patterns.CloudEvents, 3, 3)] string Specversion, [Match(Patterns.EventId, 1, 64)] string Id, [Match(Patterns.EventSource, 7, 64)] string Source,
    [Match(Patterns.EventType, 6, 64)] string Type, [Match(Patterns.Subject, 1, 64)] string Subject, [Match(Patterns.Time, 20, 28)] string Time,
    [Range(1, RangeAttribute.Largest)] long Sequence, [Data(16 * 1024)] JsonElement Data);
