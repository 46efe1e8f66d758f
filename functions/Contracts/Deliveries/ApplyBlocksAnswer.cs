namespace Ascs.Contracts;

/// <summary>The blocks are recorded.</summary>
/// <param name="V">1.</param>
/// <param name="Results">In the order asked.</param>
public sealed record ApplyBlocksAnswer(int V, IReadOnlyList<BlockResult> Results);
