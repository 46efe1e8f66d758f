using Ascs.Contracts;
using Ascs.Trust.Hosting;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Authorisations;
using Ascs.TrustedParty.Confirmations;
using Ascs.TrustedParty.Dispatches;
using Ascs.TrustedParty.Evidence;
using Ascs.TrustedParty.EvidenceLog;
using Ascs.TrustedParty.Expiry;
using Ascs.TrustedParty.Pages;
using Ascs.TrustedParty.Revocations;
using Ascs.TrustedParty.Services;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Ascs.TrustedParty;

/// <summary>Puts the trusted party into its platform's container. Trust is added by the host.</summary>
public static class TrustedPartyModule
{
    /// <summary>Adds every slice and its background work. The evidence log comes first: the host answers nothing before it is open and sound.</summary>
    /// <exception cref="CatalogueFaultException">Policies or templates break a rule; names every fault.</exception>
    /// <exception cref="InvalidOperationException">A key is missing: the platform was not initialised.</exception>
    public static IServiceCollection AddTrustedParty(this IServiceCollection services, TrustedPartyOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.TryAddSingleton(options.Store);
        services.TryAddSingleton(options.Keys);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<IServiceCatalogue>(CatalogueFiles.Load(options.ServicesFile, options.TemplatesFile));
        services.TryAddSingleton(container => new IdSource(container.GetRequiredService<TimeProvider>()));
        return services.AddEvidence(options).AddAuthorisations().AddRevocations().AddPages().AddDispatches(options.Dispatches);
    }

    private static IServiceCollection AddEvidence(this IServiceCollection services, TrustedPartyOptions options)
    {
        services.AddSingleton(LogKeys.From(options.Keys, options.LogOrigin));
        services.AddSingleton(new KeyStore(options.KeyStore));
        services.AddSingleton<IAuthorisationKeyWrap, AuthorisationKeyWrap>();
        services.AddSingleton<IAuthorisationKeys, AuthorisationKeys>();
        services.AddSingleton<SequencedLog>();
        services.AddSingleton<IEvidenceLog>(container => container.GetRequiredService<SequencedLog>());
        services.AddSingleton<ILogReader>(container => container.GetRequiredService<SequencedLog>());
        services.AddHostedService(container => container.GetRequiredService<SequencedLog>());
        services.AddSingleton<LeafArchive>();
        return services.AddSingleton<TraceAid>().AddPeriodicWork<AttestKeys>();
    }

    private static IServiceCollection AddAuthorisations(this IServiceCollection services)
    {
        services.AddSingleton<AidRecords>();
        services.AddSingleton<IAidRecords>(container => container.GetRequiredService<AidRecords>());
        services.AddSingleton<AidMint>().AddSingleton<ShowAidStates>();
        services.AddSingleton<Intake>().AddSingleton<Clicks>().AddSingleton<CheckConsent>().AddSingleton<FindHome>().AddSingleton<Consents>();
        services.AddSingleton<GrantConsent>().AddSingleton<Authorise>();
        services.AddSingleton<IAssurances, Assurances>();
        services.AddSingleton<ExpiryIndex>();
        return services.AddPeriodicWork<ExpirySweep>();
    }

    private static IServiceCollection AddRevocations(this IServiceCollection services)
    {
        services.AddSingleton<RevocationOrders>().AddSingleton<RecordRevocation>().AddSingleton<ApplyBlocks>().AddSingleton<Revoke>();
        services.AddSingleton<Revocations.Revocations>();
        services.AddSingleton<IRevocations>(container => container.GetRequiredService<Revocations.Revocations>());
        return services.AddPeriodicWork<FinishRevocations>();
    }

    private static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddSingleton<ReadConfirmation>().AddSingleton<FormTokens>().AddSingleton<ConfirmationNotices>().AddSingleton<ReturnToEnterprise>().AddSingleton<ShowAnswer>();
        services.AddSingleton<ShowConfirmation>().AddSingleton<RecordClick>().AddSingleton<ShowHome>();
        services.AddRazorComponents();
        services.AddDataProtection().UseEphemeralDataProtectionProvider(); // the renderer asks for one; our forms have tokens of their own, and no key may lie outside the ring
        return services.AddSingleton<IHealthPart, LogHealth>();
    }
}
