using Ascs.Contracts;
using Ascs.Operator.Blocks;
using Ascs.Operator.Deliveries;
using Ascs.Operator.Gateway;
using Ascs.Operator.Keys;
using Ascs.Operator.Links;
using Ascs.Operator.Recognising;
using Ascs.Operator.Replies;
using Ascs.Operator.Reports;
using Ascs.Operator.Subscribers;
using Ascs.Operator.Templates;
using Ascs.Trust.Hosting;
using Ascs.Trust.Keys;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Ascs.Operator;

/// <summary>The operator's platform (ISC-6.3) as a module of a host.</summary>
public static class OperatorModule
{
    /// <summary>
    /// Registers it. The host also registers <c>KeyRing</c> (or <c>OperatorKeys</c>), <c>IDocumentStore</c>, <c>IPlatformDirectory</c>, <c>IPublicKeys</c>, <c>IDocumentSigner</c>,
    /// <c>IPlatformCaller</c>, <c>TimeProvider</c>, <c>IdSource</c> and logging, and runs the hosted services.
    /// </summary>
    public static IServiceCollection AddOperator(this IServiceCollection services, OperatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.TryAddSingleton(s => new IdSource(s.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(s => s.GetRequiredService<KeyRing>().ToOperatorKeys());
        services.AddSingleton(options).AddSingleton<OperatorStart>().AddSingleton(_ => ApprovedTexts.Load(options));
        services.AddSingleton<SubscriberDirectory>().AddSingleton<ImportSubscribers>();
        services.AddSingleton<LinkStore>().AddSingleton<NumberTags>();
        services.AddSingleton<SealReading>().AddSingleton<GuessLimit>();
        services.AddSingleton<ContentKeys>().AddSingleton<MessageText>();
        services.AddSingleton<OpenChunks>().AddSingleton<DeliveryQueue>().AddSingleton<DeliveryDesk>().AddSingleton<DeliveryJournal>().AddSingleton<Recovery>();
        services.AddSingleton<Intents>().AddSingleton<HandOver>().AddSingleton<CloseOverdue>();
        services.TryAddSingleton<ISmsGateway>(s => new HandsetGateway(
            options.Gateway, options.GatewayName, GatewaySecret.Read(options.GatewaySecretFile), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<PullGateway>().AddSingleton<TakeReply>().AddSingleton<BlockAuthorisations>();
        services.AddSingleton<ReportSignal>().AddSingleton<PushReports>();
        services.AddSingleton<OperatorHealth>().AddSingleton<IHealthPart>(s => s.GetRequiredService<OperatorHealth>()).AddSingleton<IHealthPart, SubscribersHealth>();
        services.AddSingleton<ReportNumbers>().AddSingleton<IHealthPart>(s => s.GetRequiredService<ReportNumbers>());
        services.AddSingleton<Recognise>().AddSingleton<SubmitDeliveries>().AddSingleton<ApplyBlocks>();
        return services.AddHostedService<OperatorService>();
    }
}
