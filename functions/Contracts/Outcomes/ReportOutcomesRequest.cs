namespace Ascs.Contracts;

/// <summary>Outcomes in the order in which they happened, without gaps.</summary>
/// <param name="V">1.</param>
/// <param name="FirstSequence">Sequence of the first item, counted per operator from 1.</param>
/// <param name="Items">Up to 500; none only asks how far they are held: first sequence 1.</param>
public sealed record ReportOutcomesRequest(
    [Version(1)] int V, [Range(1, RangeAttribute.Largest)] long FirstSequence, [Items(0, 500)] IReadOnlyList<OutcomeItem> Items);
