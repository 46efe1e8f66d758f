using System.Text.Json;
using Ascs.Contracts;

namespace Ascs.TrustedParty.Events;

/// <summary>An event before it has its sequence.</summary>
/// <param name="Type">One of <see cref="EventTypes"/>.</param>
/// <param name="Aid">Its subject.</param>
/// <param name="Time">When it happened.</param>
/// <param name="Data">Its data.</param>
internal sealed record PendingEvent(string Type, Aid Aid, DateTimeOffset Time, JsonElement Data);
