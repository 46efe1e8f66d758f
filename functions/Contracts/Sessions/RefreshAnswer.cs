namespace Ascs.Contracts;

/// <summary>The tokens that replace the former ones at once.</summary>
/// <param name="V">1.</param>
/// <param name="AccessToken">Every further call shows it.</param>
/// <param name="AccessSeconds">How long it lives.</param>
/// <param name="RefreshToken">Buys the next pair, once.</param>
/// <param name="RefreshSeconds">How long the session can still be refreshed; counts from the login.</param>
public sealed record RefreshAnswer(int V, SealedText AccessToken, int AccessSeconds, SealedText RefreshToken, int RefreshSeconds);
