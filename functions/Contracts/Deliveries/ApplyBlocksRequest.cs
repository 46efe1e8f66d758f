namespace Ascs.Contracts;

/// <summary>Withdrawn authorisations.</summary>
/// <param name="V">1.</param>
/// <param name="Blocks">1 to 500.</param>
public sealed record ApplyBlocksRequest(int V, IReadOnlyList<Block> Blocks);
