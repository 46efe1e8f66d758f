namespace Ascs.Contracts;

/// <summary>
/// Sessions between platforms (CHEAA-4.1.2, 4.1.3.1): every party answers these on its platform listener, and any peer may call. Each direction has a session
/// of its own.
/// </summary>
public static class SessionCatalogue
{
    private static readonly Role[] Everyone = [Role.TrustedParty, Role.Enterprise, Role.Operator, Role.BackOffice];

    /// <summary>At pairing: the two hand each other the AuthToken that each minted for the other. May be repeated.</summary>
    public static readonly Endpoint<ExchangeRequest, ExchangeAnswer> Exchange = Ask<ExchangeRequest, ExchangeAnswer>("session/exchange", SessionNeed.Pair);

    /// <summary>AuthToken and certificate buy a session.</summary>
    public static readonly Endpoint<LoginRequest, LoginAnswer> Login = Ask<LoginRequest, LoginAnswer>("session/login", SessionNeed.Pair);

    /// <summary>The refresh token buys the next tokens.</summary>
    public static readonly Endpoint<RefreshRequest, RefreshAnswer> Refresh = Ask<RefreshRequest, RefreshAnswer>("session/refresh", SessionNeed.Refreshing);

    /// <summary>A new data key.</summary>
    public static readonly Endpoint<DataKeyRequest, DataKeyAnswer> DataKey = Ask<DataKeyRequest, DataKeyAnswer>("session/data-key", SessionNeed.Token);

    /// <summary>Ends the session.</summary>
    public static readonly Endpoint<LogoutRequest, LogoutAnswer> Logout = Ask<LogoutRequest, LogoutAnswer>("session/logout", SessionNeed.Token);

    /// <summary>Announces the certificate that follows the caller's.</summary>
    public static readonly Endpoint<SuccessorRequest, SuccessorAnswer> Certificate =
        Ask<SuccessorRequest, SuccessorAnswer>("session/certificate", SessionNeed.Token);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Endpoint> Endpoints { get; } = [Exchange, Login, Refresh, DataKey, Logout, Certificate];

    // Without an idempotency key: their answers hold tokens, which are kept as hashes only, and a repeated one does no harm.
    private static Endpoint<TRequest, TAnswer> Ask<TRequest, TAnswer>(string name, SessionNeed need)
        where TRequest : class
        where TAnswer : class => EndpointNames.Ask<TRequest, TAnswer>(name, new EndpointLimits(64 * 1024, 4), Everyone) with { Session = need };
}
