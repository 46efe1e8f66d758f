namespace Ascs.Contracts;

/// <summary>Asks for events again.</summary>
/// <param name="V">1.</param>
/// <param name="EnterpriseId">Whose.</param>
/// <param name="From">First sequence wanted, from 1.</param>
/// <param name="Limit">1 to 500.</param>
public sealed record ReplayEventsRequest(int V, EnterpriseId EnterpriseId, long From, int Limit);
