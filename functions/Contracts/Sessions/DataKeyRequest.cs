namespace Ascs.Contracts;

/// <summary>Asks for a new data key.</summary>
/// <param name="V">1.</param>
public sealed record DataKeyRequest([Version(1)] int V);
