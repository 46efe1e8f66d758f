namespace Ascs.Contracts;

/// <summary>Asks for a dispatch.</summary>
/// <param name="V">1.</param>
/// <param name="EnterpriseId">Whose.</param>
/// <param name="DispatchId">Which.</param>
public sealed record DispatchStateRequest([Version(1)] int V, EnterpriseId EnterpriseId, DispatchId DispatchId);
