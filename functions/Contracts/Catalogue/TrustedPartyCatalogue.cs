namespace Ascs.Contracts;

/// <summary>What the trusted third party answers (ISC-6.2).</summary>
public static class TrustedPartyCatalogue
{
    /// <summary>Consent becomes evidence and an AID (ISC-6.1.1.4, 6.2.1.1, 6.2.2.1).</summary>
    public static readonly Endpoint<AuthoriseRequest, AuthoriseAnswer> Authorise =
        EndpointNames.Act<AuthoriseRequest, AuthoriseAnswer>("authorisations/authorise", EndpointLimits.Person, true, Role.Enterprise);

    /// <summary>Withdraws authorisations (ISC-6.1.1.6, 6.2.1.2).</summary>
    public static readonly Endpoint<RevokeRequest, RevokeAnswer> Revoke =
        EndpointNames.Act<RevokeRequest, RevokeAnswer>("authorisations/revoke", EndpointLimits.Batch, true, Role.Enterprise, Role.Operator);

    /// <summary>States of AIDs (ISC-6.1.2.2).</summary>
    public static readonly Endpoint<AidStatesRequest, AidStatesAnswer> AidStates =
        EndpointNames.Ask<AidStatesRequest, AidStatesAnswer>("aids/state", EndpointLimits.Batch, Role.Enterprise);

    /// <summary>Sends a template to AIDs, now or at a time (ISC-6.1.3.2, 6.2.1.3).</summary>
    public static readonly Endpoint<CreateDispatchRequest, CreateDispatchAnswer> CreateDispatch =
        EndpointNames.Act<CreateDispatchRequest, CreateDispatchAnswer>("dispatches/create", EndpointLimits.Batch, true, Role.Enterprise);

    /// <summary>The same decisions with nothing sent (dry run); asks no operator.</summary>
    public static readonly Endpoint<CheckDispatchRequest, CheckDispatchAnswer> CheckDispatch =
        EndpointNames.Ask<CheckDispatchRequest, CheckDispatchAnswer>("dispatches/check", EndpointLimits.Batch, Role.Enterprise);

    /// <summary>State and outcomes of a dispatch (ISC-6.1.3.3).</summary>
    public static readonly Endpoint<DispatchStateRequest, DispatchStateAnswer> DispatchState =
        EndpointNames.Ask<DispatchStateRequest, DispatchStateAnswer>("dispatches/state", EndpointLimits.Single, Role.Enterprise);

    /// <summary>Outcomes and replies, pushed by an operator (ISC-6.3.3.2).</summary>
    public static readonly Endpoint<ReportOutcomesRequest, ReportOutcomesAnswer> ReportOutcomes =
        EndpointNames.Act<ReportOutcomesRequest, ReportOutcomesAnswer>("outcomes/report", EndpointLimits.Batch, true, Role.Operator);

    /// <summary>Authorisation and communication evidence of an AID with a proof bundle (ISC-6.1.1.7).</summary>
    public static readonly Endpoint<TraceRequest, TraceAnswer> Trace =
        EndpointNames.Ask<TraceRequest, TraceAnswer>("evidence/trace", EndpointLimits.Single, Role.Enterprise);

    /// <summary>Events again, from any cursor.</summary>
    public static readonly Endpoint<ReplayEventsRequest, EventBatch> ReplayEvents =
        EndpointNames.Ask<ReplayEventsRequest, EventBatch>("events/replay", EndpointLimits.Single, Role.Enterprise);

    /// <summary>What this platform is, and its newest checkpoint.</summary>
    public static readonly Page Home = new("home/show", "GET", "/");

    /// <summary>Where a person confirms on the trusted party's own page: the enterprise's form posts here.</summary>
    public static readonly Page Confirm = new("confirmations/show", "POST", "/confirm");

    /// <summary>The confirming click.</summary>
    public static readonly Page ConfirmClick = new("confirmations/click", "POST", "/confirm/click");

    /// <summary>The newest signed checkpoint, C2SP text.</summary>
    public static readonly Page Checkpoint = new("log/checkpoint", "GET", "/checkpoint");

    /// <summary>All platform endpoints.</summary>
    public static IReadOnlyList<Endpoint> Endpoints { get; } =
        [Authorise, Revoke, AidStates, CreateDispatch, CheckDispatch, DispatchState, ReportOutcomes, Trace, ReplayEvents];

    /// <summary>All pages but those every party has.</summary>
    public static IReadOnlyList<Page> Pages { get; } = [Home, Confirm, ConfirmClick, Checkpoint];
}
