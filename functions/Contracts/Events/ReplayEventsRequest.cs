namespace Ascs.Contracts;

/// <summary>Asks for events again.</summary>
/// <param name="V">1.</param>
/// <param name="EnterpriseId">Whose.</param>
/// <param name="From">First sequence wanted, from 1.</param>
/// <param name="Limit">1 to 500.</param>
public sealed record ReplayEventsRequest(
    [Version(1)] int V, EnterpriseId EnterpriseId, [Range(1, RangeAttribute.Largest)] long From, [Range(1, 500)] int Limit);
