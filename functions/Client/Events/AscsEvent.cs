using Ascs.Contracts;

namespace Ascs.Client;

/// <summary>Something that happened under an AID.</summary>
/// <param name="Id">Unique.</param>
/// <param name="Sequence">Counts from 1 without gaps.</param>
/// <param name="Time">When.</param>
/// <param name="Aid">The AID.</param>
public abstract record AscsEvent(string Id, long Sequence, DateTimeOffset Time, Aid Aid);
