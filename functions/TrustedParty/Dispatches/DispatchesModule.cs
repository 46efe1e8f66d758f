using Ascs.Contracts;
using Ascs.Trust.Hosting;
using Ascs.Trust.Limits;
using Ascs.TrustedParty.Background;
using Ascs.TrustedParty.Deliveries;
using Ascs.TrustedParty.Events;
using Ascs.TrustedParty.Evidence;
using Ascs.TrustedParty.Outcomes;
using Ascs.TrustedParty.Workflow;
using Ascs.TrustedParty.Workflow.Engine;
using Microsoft.Extensions.DependencyInjection;

namespace Ascs.TrustedParty.Dispatches;

/// <summary>Puts dispatches, deliveries, outcomes and events into the trusted party's container and table.</summary>
internal static class DispatchesModule
{
    /// <summary>Adds the services and their background work. The log must be added before: it is opened first.</summary>
    public static IServiceCollection AddDispatches(this IServiceCollection services, DispatchOptions options) => services
        .AddSingleton(options).AddSingleton<DailyQuota>()
        .AddSingleton<DispatchStore>().AddSingleton<UsageBook>().AddSingleton<DispatchRules>().AddSingleton<Verification>()
        .AddSingleton<CreateDispatch>().AddSingleton<CheckDispatch>().AddSingleton<ReadDispatchState>()
        .AddSingleton<INotices, Notices.Notices>()
        .AddDeliveries().AddOutcomes().AddEvents().AddEngine();

    /// <summary>Binds the endpoints.</summary>
    public static EndpointTable BindDispatches(this EndpointTable table) => table
        .Bind<CreateDispatchRequest, CreateDispatchAnswer, CreateDispatch>(TrustedPartyCatalogue.CreateDispatch)
        .Bind<CheckDispatchRequest, CheckDispatchAnswer, CheckDispatch>(TrustedPartyCatalogue.CheckDispatch)
        .Bind<DispatchStateRequest, DispatchStateAnswer, ReadDispatchState>(TrustedPartyCatalogue.DispatchState)
        .Bind<ReportOutcomesRequest, ReportOutcomesAnswer, ReportOutcomes>(TrustedPartyCatalogue.ReportOutcomes)
        .Bind<ReplayEventsRequest, EventBatch, ReplayEvents>(TrustedPartyCatalogue.ReplayEvents);

    private static IServiceCollection AddDeliveries(this IServiceCollection services) => services
        .AddSingleton<SubmitOrders>()
        .AddSingleton<OperatorLanes>()
        .AddSingleton<IOperatorLanes>(c => c.GetRequiredService<OperatorLanes>())
        .AddHostedService(c => c.GetRequiredService<OperatorLanes>());

    private static IServiceCollection AddOutcomes(this IServiceCollection services) => services
        .AddSingleton<OutcomeInbox>().AddSingleton<ReportOutcomes>().AddSingleton<ApplyReports>().AddSingleton<TakeReplies>()
        .AddSingleton<ICommunicationHistory, CommunicationHistory>()
        .AddSingleton<MakeLeaves>().AddSingleton<RecordBook>().AddSingleton<AttestOutcomes>()
        .AddLeasedWork<ReportWorker>();

    private static IServiceCollection AddEvents(this IServiceCollection services) => services
        .AddSingleton<EventOutbox>().AddSingleton<IEventOutbox>(c => c.GetRequiredService<EventOutbox>())
        .AddSingleton<EventReader>().AddSingleton<ReplayEvents>()
        .AddLeasedWork<EventPusher>();

    private static IServiceCollection AddEngine(this IServiceCollection services) => services
        .AddSingleton<SendIndex>()
        .AddSingleton<ISendEffects, SendEffects>()
        .AddLeasedWork<SendEngine>()
        .AddSingleton<IWorkflowRunner>(c => c.GetRequiredService<SendEngine>());
}
