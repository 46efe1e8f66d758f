namespace Ascs.Contracts;

/// <summary>The session is gone with its tokens and keys.</summary>
/// <param name="V">1.</param>
public sealed record LogoutAnswer(int V);
