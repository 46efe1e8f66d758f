namespace Ascs.Contracts;

/// <summary>What a call of an endpoint is signed under and shows (CHEAA-4.1.2.2 a).</summary>
public enum SessionNeed
{
    /// <summary>The session key and a live access token.</summary>
    Token,

    /// <summary>The session key and the newest access token, live or not: it is there to get another.</summary>
    Refreshing,

    /// <summary>The pair secret and no token: there is no session yet.</summary>
    Pair,
}
