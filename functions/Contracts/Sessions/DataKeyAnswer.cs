namespace Ascs.Contracts;

/// <summary>A new data key. The one before it lives on to its end; older ones are void.</summary>
/// <param name="V">1.</param>
/// <param name="DataKey">The key.</param>
public sealed record DataKeyAnswer([Version(1)] int V, SessionDataKey DataKey);
