namespace Ascs.Contracts;

/// <summary>The successor is pinned beside its predecessor from now on.</summary>
/// <param name="V">1.</param>
public sealed record SuccessorAnswer(int V);
