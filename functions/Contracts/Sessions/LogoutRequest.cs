namespace Ascs.Contracts;

/// <summary>Ends the session (CHEAA-4.1.2.2 c).</summary>
/// <param name="V">1.</param>
public sealed record LogoutRequest([Version(1)] int V);
