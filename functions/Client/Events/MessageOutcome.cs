using Ascs.Contracts;

namespace Ascs.Client;

/// <summary>The outcome of a message. A later one supersedes it only upwards: SUBMITTED, UNKNOWN, then DELIVERED or FAILED.</summary>
/// <param name="Id">Unique.</param>
/// <param name="Sequence">Counts from 1 without gaps.</param>
/// <param name="Time">When.</param>
/// <param name="Aid">To whom.</param>
/// <param name="Outcome">The outcome.</param>
public sealed record MessageOutcome(string Id, long Sequence, DateTimeOffset Time, Aid Aid, OutcomeEvent Outcome) : AscsEvent(Id, Sequence, Time, Aid);
