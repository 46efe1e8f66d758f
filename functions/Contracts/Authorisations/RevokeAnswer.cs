namespace Ascs.Contracts;

/// <summary>What became of each. Status 200 when every block stands at its home operator; 202 when an operator is away.</summary>
/// <param name="V">1.</param>
/// <param name="Results">In the order asked.</param>
/// <param name="NothingAfter">With 202: after this instant nothing can go out any more; null with 200.</param>
public sealed record RevokeAnswer(int V, IReadOnlyList<RevokeResult> Results, UnixTime? NothingAfter);
