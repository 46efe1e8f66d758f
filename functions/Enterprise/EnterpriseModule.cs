using Ascs.Enterprise.App;
using Ascs.Enterprise.Authorising;
using Ascs.Enterprise.Consent;
using Ascs.Enterprise.Events;
using Ascs.Enterprise.Pages;
using Ascs.Enterprise.Policies;
using Ascs.Enterprise.Services;
using Ascs.Enterprise.Subscriptions;
using Ascs.Enterprise.Tasks;
using Ascs.Enterprise.Webhooks;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;
using Ascs.Trust.Hosting;
using Ascs.Trust.Sealing;
using Microsoft.Extensions.DependencyInjection;

namespace Ascs.Enterprise;

/// <summary>The enterprise's reference platform (ISC-6.1) as a module of a host.</summary>
public static class EnterpriseModule
{
    /// <summary>
    /// Registers it. The host also registers <c>IDocumentStore</c>, <c>KeyRing</c> with the keys of <see cref="EnterpriseKeys.All"/>, <c>TimeProvider</c>,
    /// logging, and what <c>AddTrust</c> brings. Its only background work is telling the enterprise's own systems of events: a consent goes on only when its person comes back.
    /// </summary>
    public static IServiceCollection AddEnterprise(this IServiceCollection services, EnterpriseOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.AddRazorComponents();
        return services.AddSingleton(options).AddSingleton<ServiceBook>().AddSingleton<IHealthPart, EnterpriseHealth>()
            .AddPages().AddConsent().AddAuthorising().AddSubscriptions().AddBackOffice()
            .AddSingleton<WebhookCursors>().AddHostedService<PushWebhooks>();
    }

    private static IServiceCollection AddPages(this IServiceCollection services) => services
        .AddSingleton<Visitors>().AddSingleton<Frames>().AddSingleton<Forms>().AddSingleton<Notices>()
        .AddSingleton<Phones>().AddSingleton<ShowApp>().AddSingleton<StartConsent>().AddSingleton<ShowPolicies>();

    private static IServiceCollection AddConsent(this IServiceCollection services) => services
        .AddSingleton<ConsentSessions>().AddSingleton<ConsentRecords>().AddSingleton<ConsentWriter>().AddSingleton<ConsentDesk>()
        .AddSingleton(c => new IdentifierSeals(
            c.GetRequiredService<IPlatformDirectory>(), c.GetRequiredService<IPublicKeys>(), c.GetRequiredService<IDocumentSigner>(),
            c.GetRequiredService<EnterpriseOptions>().NetworkCodes))
        .AddSingleton<ShowConsent>().AddSingleton<PrepareConsent>();

    private static IServiceCollection AddAuthorising(this IServiceCollection services) => services
        .AddSingleton<Authorise>().AddSingleton<ReceiptCheck>().AddSingleton<ManageCodes>().AddSingleton<VisitorGrants>()
        .AddSingleton<SettleConsent>().AddSingleton<ReturnConsent>();

    private static IServiceCollection AddSubscriptions(this IServiceCollection services) => services
        .AddSingleton<SubscriptionStore>().AddSingleton<Withdrawals>().AddSingleton<MySubscriptions>().AddSingleton<CodeTries>()
        .AddSingleton<ShowSubscriptions>().AddSingleton<OpenSubscriptions>().AddSingleton<CancelSubscription>();

    private static IServiceCollection AddBackOffice(this IServiceCollection services) => services
        .AddSingleton<EventStore>().AddSingleton<ReceiveEvents>().AddSingleton<ListEvents>()
        .AddSingleton<ContentKeys>().AddSingleton<FirstRequests>().AddSingleton<ReplyInbox>().AddSingleton<CreateTask>().AddSingleton<CheckTask>().AddSingleton<TaskState>()
        .AddSingleton<ListSubscriptions>().AddSingleton<SubscriptionStates>().AddSingleton<RevokeSubscriptions>().AddSingleton<TraceSubscription>();
}
