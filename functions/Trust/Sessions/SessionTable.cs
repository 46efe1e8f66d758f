using Ascs.Contracts;
using Ascs.Trust.Hosting;

namespace Ascs.Trust.Sessions;

/// <summary>What answers the session endpoints; every platform has them.</summary>
internal static class SessionTable
{
    public static IReadOnlyList<BoundEndpoint> Endpoints { get; } = new EndpointTable()
        .Bind<ExchangeRequest, ExchangeAnswer, Exchange>(SessionCatalogue.Exchange)
        .Bind<LoginRequest, LoginAnswer, Login>(SessionCatalogue.Login)
        .Bind<RefreshRequest, RefreshAnswer, Refresh>(SessionCatalogue.Refresh)
        .Bind<DataKeyRequest, DataKeyAnswer, RenewDataKey>(SessionCatalogue.DataKey)
        .Bind<LogoutRequest, LogoutAnswer, Logout>(SessionCatalogue.Logout)
        .Endpoints;
}
