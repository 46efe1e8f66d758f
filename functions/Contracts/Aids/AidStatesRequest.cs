namespace Ascs.Contracts;

/// <summary>Asks for states of AIDs.</summary>
/// <param name="V">1.</param>
/// <param name="EnterpriseId">Whose AIDs they are.</param>
/// <param name="Aids">1 to 500, each once.</param>
public sealed record AidStatesRequest([Version(1)] int V, EnterpriseId EnterpriseId, [Items(1, 500)] IReadOnlyList<Aid> Aids);
