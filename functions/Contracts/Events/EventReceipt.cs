namespace Ascs.Contracts;

/// <summary>How far events are held.</summary>
/// <param name="V">1.</param>
/// <param name="Through">Last sequence held.</param>
public sealed record EventReceipt(int V, long Through);
