namespace Ascs.Contracts;

/// <summary>Outcomes in the order in which they happened, without gaps.</summary>
/// <param name="V">1.</param>
/// <param name="FirstSequence">Sequence of the first item, counted per operator from 1.</param>
/// <param name="Items">1 to 500.</param>
public sealed record ReportOutcomesRequest(int V, long FirstSequence, IReadOnlyList<OutcomeItem> Items);
