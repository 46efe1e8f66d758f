namespace Ascs.Contracts;

/// <summary>Asks for new tokens (CHEAA-4.1.2.2 d).</summary>
/// <param name="V">1.</param>
/// <param name="RefreshToken">The newest one; it works once.</param>
public sealed record RefreshRequest([Version(1)] int V, SealedText RefreshToken);
