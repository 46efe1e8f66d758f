namespace Ascs.Contracts;

/// <summary>Asks for the AIDs of a service.</summary>
/// <param name="V">1.</param>
/// <param name="ServiceId">The service.</param>
/// <param name="Cursor">Null for the first page.</param>
/// <param name="Limit">1 to 500.</param>
public sealed record ListSubscriptionsRequest(
    [Version(1)] int V, ServiceId ServiceId, [Match(Patterns.Cursor, 1, 64)] string? Cursor, [Range(1, 500)] int Limit);
