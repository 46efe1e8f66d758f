namespace Ascs.Contracts;

/// <summary>The AuthToken minted for the caller.</summary>
/// <param name="V">1.</param>
/// <param name="AuthToken">The token's 32 characters.</param>
public sealed record ExchangeAnswer(int V, WrappedSecret AuthToken);
