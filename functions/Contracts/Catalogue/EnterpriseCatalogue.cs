namespace Ascs.Contracts;

/// <summary>What the reference platform of an enterprise answers (ISC-6.1): events from the trusted party, calls of the enterprise's own back office, pages for people.</summary>
public static class EnterpriseCatalogue
{
    /// <summary>Events, pushed by the trusted party.</summary>
    public static readonly Endpoint<EventBatch, EventReceipt> DeliverEvents =
        EndpointNames.Act<EventBatch, EventReceipt>("events/deliver", EndpointLimits.Batch, false, Role.TrustedParty);

    /// <summary>Sends a template to AIDs (ISC-6.1.3.2).</summary>
    public static readonly Endpoint<CreateTaskRequest, CreateDispatchAnswer> CreateTask =
        EndpointNames.Act<CreateTaskRequest, CreateDispatchAnswer>("tasks/create", EndpointLimits.Batch, false, Role.BackOffice);

    /// <summary>The same decisions with nothing sent.</summary>
    public static readonly Endpoint<CreateTaskRequest, CheckDispatchAnswer> CheckTask =
        EndpointNames.Ask<CreateTaskRequest, CheckDispatchAnswer>("tasks/check", EndpointLimits.Batch, Role.BackOffice);

    /// <summary>State and outcomes of a task (ISC-6.1.3.3).</summary>
    public static readonly Endpoint<DispatchStateRequest, DispatchStateAnswer> TaskState =
        EndpointNames.Ask<DispatchStateRequest, DispatchStateAnswer>("tasks/state", EndpointLimits.Single, Role.BackOffice);

    /// <summary>AIDs of a service, page by page.</summary>
    public static readonly Endpoint<ListSubscriptionsRequest, ListSubscriptionsAnswer> ListSubscriptions =
        EndpointNames.Ask<ListSubscriptionsRequest, ListSubscriptionsAnswer>("subscriptions/list", EndpointLimits.Single, Role.BackOffice);

    /// <summary>States of AIDs (ISC-6.1.2.2).</summary>
    public static readonly Endpoint<AidStatesRequest, AidStatesAnswer> SubscriptionStates =
        EndpointNames.Ask<AidStatesRequest, AidStatesAnswer>("subscriptions/state", EndpointLimits.Batch, Role.BackOffice);

    /// <summary>Withdraws on a person's behalf, through the human contact (ISC-6.1.1.5).</summary>
    public static readonly Endpoint<RevokeRequest, RevokeAnswer> RevokeSubscriptions =
        EndpointNames.Act<RevokeRequest, RevokeAnswer>("subscriptions/revoke", EndpointLimits.Batch, false, Role.BackOffice);

    /// <summary>Events received, from any cursor; replies opened.</summary>
    public static readonly Endpoint<ReplayEventsRequest, ListedEvents> ListEvents =
        EndpointNames.Ask<ReplayEventsRequest, ListedEvents>("events/list", EndpointLimits.Single, Role.BackOffice);

    /// <summary>Evidence of an AID with its proof bundle (ISC-6.1.1.7).</summary>
    public static readonly Endpoint<TraceRequest, TraceAnswer> TraceSubscription =
        EndpointNames.Ask<TraceRequest, TraceAnswer>("subscriptions/trace", EndpointLimits.Single, Role.BackOffice);

    /// <summary>Stands for the enterprise's own app: which device one holds.</summary>
    public static readonly Page App = new("app/show", "GET", "/");

    /// <summary>The app hands a device id to the consent page.</summary>
    public static readonly Page AppStart = new("app/start", "POST", "/start");

    /// <summary>The separate prompt (ISC-6.1.1.1).</summary>
    public static readonly Page ConsentShow = new("consents/show", "GET", "/consent");

    /// <summary>The choices; answers with the page that asks to check them (ISC-7.4).</summary>
    public static readonly Page ConsentPrepare = new("consents/prepare", "POST", "/consent");

    /// <summary>Back from the trusted party's page.</summary>
    public static readonly Page ConsentReturn = new("consents/return", "POST", "/consent/return");

    /// <summary>The full agreement, all versions.</summary>
    public static readonly Page Agreement = new("consents/agreement", "GET", "/agreement");

    /// <summary>The privacy policy with the items collected and shared.</summary>
    public static readonly Page Privacy = new("consents/privacy", "GET", "/privacy");

    /// <summary>My subscriptions.</summary>
    public static readonly Page Subscriptions = new("subscriptions/show", "GET", "/subscriptions");

    /// <summary>Opens one's subscriptions with a manage code.</summary>
    public static readonly Page SubscriptionsOpen = new("subscriptions/open", "POST", "/subscriptions");

    /// <summary>Withdraws (ISC-6.1.1.5).</summary>
    public static readonly Page SubscriptionsCancel = new("subscriptions/cancel", "POST", "/subscriptions/cancel");

    /// <summary>All platform endpoints.</summary>
    public static IReadOnlyList<Endpoint> Endpoints { get; } =
        [DeliverEvents, CreateTask, CheckTask, TaskState, ListSubscriptions, SubscriptionStates, RevokeSubscriptions, ListEvents, TraceSubscription];

    /// <summary>All pages but those every party has.</summary>
    public static IReadOnlyList<Page> Pages { get; } =
        [App, AppStart, ConsentShow, ConsentPrepare, ConsentReturn, Agreement, Privacy, Subscriptions, SubscriptionsOpen, SubscriptionsCancel];
}
