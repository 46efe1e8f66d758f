using Ascs.Contracts;
using Ascs.Trust.Hosting;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Authorisations;
using Ascs.TrustedParty.Dispatches;
using Ascs.TrustedParty.Evidence;
using Ascs.TrustedParty.Revocations;

namespace Ascs.TrustedParty;

/// <summary>Which handler answers which endpoint of the trusted party, and what renders which page.</summary>
public static class TrustedPartyTable
{
    /// <summary>The table both hosts read.</summary>
    public static EndpointTable Create() => new EndpointTable()
        .Bind<AuthoriseRequest, AuthoriseAnswer, Authorise>(TrustedPartyCatalogue.Authorise)
        .Bind<RevokeRequest, RevokeAnswer, Revoke>(TrustedPartyCatalogue.Revoke)
        .Bind<AidStatesRequest, AidStatesAnswer, ShowAidStates>(TrustedPartyCatalogue.AidStates)
        .Bind<TraceRequest, TraceAnswer, TraceAid>(TrustedPartyCatalogue.Trace)
        .BindDispatches();
}
