namespace Ascs.Contracts;

/// <summary>What a dispatch would be answered now; nothing was sent or counted.</summary>
/// <param name="V">1.</param>
/// <param name="Allowed">How many would go on.</param>
/// <param name="Refused">The others.</param>
public sealed record CheckDispatchAnswer(int V, int Allowed, IReadOnlyList<RecipientRefusal> Refused);
