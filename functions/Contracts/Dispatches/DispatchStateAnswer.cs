namespace Ascs.Contracts;

/// <summary>A dispatch and all its recipients.</summary>
/// <param name="V">1.</param>
/// <param name="DispatchId">The dispatch.</param>
/// <param name="Phase">Where it stands.</param>
/// <param name="Recipients">In the order sent.</param>
public sealed record DispatchStateAnswer(int V, DispatchId DispatchId, DispatchPhase Phase, IReadOnlyList<RecipientState> Recipients);
