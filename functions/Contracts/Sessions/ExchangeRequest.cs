namespace Ascs.Contracts;

/// <summary>At pairing, before the first login: the caller hands over the AuthToken that it minted for the platform called.</summary>
/// <param name="V">1.</param>
/// <param name="AuthToken">The token's 32 characters; null when the caller is never called.</param>
public sealed record ExchangeRequest([Version(1)] int V, WrappedSecret? AuthToken = null);
