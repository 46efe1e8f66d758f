namespace Ascs.Contracts;

/// <summary>AIDs with their state as last heard.</summary>
/// <param name="V">1.</param>
/// <param name="Subscriptions">Oldest first.</param>
/// <param name="Cursor">For more; null at the end.</param>
public sealed record ListSubscriptionsAnswer(int V, IReadOnlyList<AidStatus> Subscriptions, string? Cursor);
