using Ascs.Contracts;
using Ascs.Enterprise.App;
using Ascs.Enterprise.Authorising;
using Ascs.Enterprise.Consent;
using Ascs.Enterprise.Events;
using Ascs.Enterprise.Pages;
using Ascs.Enterprise.Policies;
using Ascs.Enterprise.Subscriptions;
using Ascs.Enterprise.Tasks;
using Ascs.Trust.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Ascs.Enterprise;

/// <summary>What answers what at an enterprise.</summary>
public static class EnterpriseTable
{
    /// <summary>All endpoints and pages of an enterprise, and its style sheet.</summary>
    public static EndpointTable Create() => Pages(new EndpointTable()
        .Bind<EventBatch, EventReceipt, ReceiveEvents>(EnterpriseCatalogue.DeliverEvents)
        .Bind<CreateTaskRequest, CreateDispatchAnswer, CreateTask>(EnterpriseCatalogue.CreateTask)
        .Bind<CreateTaskRequest, CheckDispatchAnswer, CheckTask>(EnterpriseCatalogue.CheckTask)
        .Bind<DispatchStateRequest, DispatchStateAnswer, TaskState>(EnterpriseCatalogue.TaskState)
        .Bind<ListSubscriptionsRequest, ListSubscriptionsAnswer, ListSubscriptions>(EnterpriseCatalogue.ListSubscriptions)
        .Bind<AidStatesRequest, AidStatesAnswer, SubscriptionStates>(EnterpriseCatalogue.SubscriptionStates)
        .Bind<RevokeRequest, RevokeAnswer, RevokeSubscriptions>(EnterpriseCatalogue.RevokeSubscriptions)
        .Bind<ReplayEventsRequest, ListedEvents, ListEvents>(EnterpriseCatalogue.ListEvents)
        .Bind<TraceRequest, TraceAnswer, TraceSubscription>(EnterpriseCatalogue.TraceSubscription));

    private static EndpointTable Pages(EndpointTable table) => table
        .Bind(EnterpriseCatalogue.App, By<ShowApp>((page, http) => page.HandleAsync(http)))
        .Bind(EnterpriseCatalogue.AppStart, By<StartConsent>((page, http) => page.HandleAsync(http)))
        .Bind(EnterpriseCatalogue.ConsentShow, By<ShowConsent>((page, http) => page.HandleAsync(http)))
        .Bind(EnterpriseCatalogue.ConsentPrepare, By<PrepareConsent>((page, http) => page.HandleAsync(http)))
        .Bind(EnterpriseCatalogue.ConsentReturn, By<ReturnConsent>((page, http) => page.HandleAsync(http)))
        .Bind(EnterpriseCatalogue.Agreement, By<ShowPolicies>((page, http) => page.AgreementAsync(http)))
        .Bind(EnterpriseCatalogue.Privacy, By<ShowPolicies>((page, http) => page.PrivacyAsync(http)))
        .Bind(EnterpriseCatalogue.Subscriptions, By<ShowSubscriptions>((page, http) => page.HandleAsync(http)))
        .Bind(EnterpriseCatalogue.SubscriptionsOpen, By<OpenSubscriptions>((page, http) => page.HandleAsync(http)))
        .Bind(EnterpriseCatalogue.SubscriptionsCancel, By<CancelSubscription>((page, http) => page.HandleAsync(http)))
        .Bind(CommonPages.Style, StyleSheet.SendAsync);

    private static Func<HttpContext, Task<IResult>> By<T>(Func<T, HttpContext, Task<IResult>> render)
        where T : class => http => render(http.RequestServices.GetRequiredService<T>(), http);
}
