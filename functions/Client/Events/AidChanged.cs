using Ascs.Contracts;

namespace Ascs.Client;

/// <summary>The state of an AID changed: withdrawn, expired, or with more assurance.</summary>
/// <param name="Id">Unique.</param>
/// <param name="Sequence">Counts from 1 without gaps.</param>
/// <param name="Time">When.</param>
/// <param name="Aid">The AID.</param>
/// <param name="Status">Its state then.</param>
public sealed record AidChanged(string Id, long Sequence, DateTimeOffset Time, Aid Aid, AidStatus Status) : AscsEvent(Id, Sequence, Time, Aid);
