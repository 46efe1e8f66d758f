using Ascs.Contracts;
using Ascs.Trust.Hosting;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Authorisations;
using Ascs.TrustedParty.Confirmations;
using Ascs.TrustedParty.Dispatches;
using Ascs.TrustedParty.Evidence;
using Ascs.TrustedParty.Pages;
using Ascs.TrustedParty.Revocations;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Ascs.TrustedParty;

/// <summary>Which handler answers which endpoint of the trusted party, and what renders which page.</summary>
public static class TrustedPartyTable
{
    /// <summary>The table both hosts read.</summary>
    public static EndpointTable Create() => Pages(new EndpointTable()
        .Bind<AuthoriseRequest, AuthoriseAnswer, Authorise>(TrustedPartyCatalogue.Authorise)
        .Bind<RevokeRequest, RevokeAnswer, Revoke>(TrustedPartyCatalogue.Revoke)
        .Bind<AidStatesRequest, AidStatesAnswer, ShowAidStates>(TrustedPartyCatalogue.AidStates)
        .Bind<TraceRequest, TraceAnswer, TraceAid>(TrustedPartyCatalogue.Trace)
        .BindDispatches());

    private static EndpointTable Pages(EndpointTable table) => table
        .Bind(TrustedPartyCatalogue.Home, By<ShowHome>((page, http) => page.HomeAsync(http)))
        .Bind(TrustedPartyCatalogue.Confirm, By<ShowConfirmation>((page, http) => page.HandleAsync(http)))
        .Bind(TrustedPartyCatalogue.ConfirmClick, By<RecordClick>((page, http) => page.HandleAsync(http)))
        .Bind(TrustedPartyCatalogue.Checkpoint, By<ShowHome>((page, http) => page.CheckpointAsync(http)))
        .Bind(CommonPages.Style, StyleSheet.SendAsync);

    private static Func<HttpContext, Task<IResult>> By<T>(Func<T, HttpContext, Task<IResult>> render)
        where T : class => http => render(http.RequestServices.GetRequiredService<T>(), http);
}
