namespace Ascs.Contracts;

/// <summary>States of AIDs.</summary>
/// <param name="V">1.</param>
/// <param name="Aids">In the order asked.</param>
public sealed record AidStatesAnswer(int V, IReadOnlyList<AidStatus> Aids);
