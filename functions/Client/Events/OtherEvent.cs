using Ascs.Contracts;

namespace Ascs.Client;

/// <summary>An event of a type that this version does not know.</summary>
/// <param name="Id">Unique.</param>
/// <param name="Sequence">Counts from 1 without gaps.</param>
/// <param name="Time">When.</param>
/// <param name="Aid">The AID.</param>
/// <param name="Event">As it came.</param>
public sealed record OtherEvent(string Id, long Sequence, DateTimeOffset Time, Aid Aid, CloudEvent Event) : AscsEvent(Id, Sequence, Time, Aid);
