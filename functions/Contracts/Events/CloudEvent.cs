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
    string Specversion, string Id, string Source, string Type, string Subject, string Time, long Sequence, JsonElement Data);
