namespace Ascs.Contracts;

/// <summary>The dispatch is durable; the allowed AIDs go on.</summary>
/// <param name="V">1.</param>
/// <param name="DispatchId">The dispatch.</param>
/// <param name="Allowed">How many go on.</param>
/// <param name="Refused">The others.</param>
public sealed record CreateDispatchAnswer(int V, DispatchId DispatchId, int Allowed, IReadOnlyList<RecipientRefusal> Refused);
