namespace Ascs.Contracts;

/// <summary>Withdraws authorisations.</summary>
/// <param name="V">1.</param>
/// <param name="EnterpriseId">Whose AIDs they are.</param>
/// <param name="Aids">1 to 500, each once.</param>
/// <param name="By">Who asked.</param>
public sealed record RevokeRequest([Version(1)] int V, EnterpriseId EnterpriseId, [Items(1, 500)] IReadOnlyList<Aid> Aids, RevokedBy By);
