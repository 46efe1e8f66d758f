namespace Ascs.Contracts;

/// <summary>Withdrawn authorisations.</summary>
/// <param name="V">1.</param>
/// <param name="Blocks">1 to 500.</param>
public sealed record ApplyBlocksRequest([Version(1)] int V, [Items(1, 500)] IReadOnlyList<Block> Blocks);
