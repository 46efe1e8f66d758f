namespace Ascs.Contracts;

/// <summary>Withdraws authorisations.</summary>
/// <param name="V">1.</param>
/// <param name="EnterpriseId">Whose AIDs they are.</param>
/// <param name="Aids">1 to 500, each once.</param>
/// <param name="By">Who asked.</param>
public sealed record RevokeRequest(int V, EnterpriseId EnterpriseId, IReadOnlyList<Aid> Aids, RevokedBy By);
