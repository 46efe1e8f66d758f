namespace Ascs.Contracts;

/// <summary>Asks for the AIDs of a service.</summary>
/// <param name="V">1.</param>
/// <param name="ServiceId">The service.</param>
/// <param name="Cursor">Null for the first page.</param>
/// <param name="Limit">1 to 500.</param>
public sealed record ListSubscriptionsRequest(int V, ServiceId ServiceId, string? Cursor, int Limit);
