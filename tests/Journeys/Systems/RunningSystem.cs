using Ascs.Contracts;
using Ascs.Hosts.Local.Demo;
using Ascs.Hosts.Local.Platforms;
using Ascs.Hosts.Local.Setup;
using Ascs.Trust.Certificates;

namespace Ascs.Journeys.Tests.Systems;

/// <summary>The sample in a temporary folder on free ports, all platforms and the handset started, both back offices opened. Once a class.</summary>
public class RunningSystem : IAsyncLifetime
{
    private CertificateTrust? authorities;

    internal static ServiceId Parcels { get; } = ServiceId.Parse("parcel-notice");

    internal static ServiceId Visits { get; } = ServiceId.Parse("visit-reminder");

    internal virtual TimeProvider Time => TimeProvider.System;

    /// <summary>Platforms that are not started.</summary>
    internal virtual IReadOnlyCollection<string> Without => [];

    internal Tap Tap { get; } = new();

    internal SampleFolder Sample { get; private set; } = null!;

    internal LocalSystem Platforms { get; private set; } = null!;

    internal BackOffice Hongyan { get; private set; } = null!;

    internal BackOffice Qinghe { get; private set; } = null!;

    internal Phones Phones { get; private set; } = null!;

    internal DemoPeople People { get; private set; } = null!;

    internal CertificateTrust Authorities => authorities!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Sample = await new Initialiser(TimeProvider.System).MakeAsync(Directory.CreateTempSubdirectory("ascs-journey-").FullName, 0, Cancelled);
        await File.WriteAllTextAsync(Knobs, """{"receiptDelayMinMilliseconds": 20, "receiptDelayMaxMilliseconds": 80}""", Cancelled);
        await BeforeStartAsync(Cancelled);
        authorities = new CertificateTrust([PemFiles.LoadCertificate(Sample.Party(SamplePlan.TrustedParty).Authority)], TimeProvider.System);
        await StartAsync(Cancelled);
        await AfterStartAsync(Cancelled);
    }

    public async ValueTask DisposeAsync()
    {
        await BeforeStopAsync();
        await StopAsync();
        authorities?.Dispose();
        Directory.Delete(Sample.Root, recursive: true);
        GC.SuppressFinalize(this);
    }

    internal async Task StartAsync(CancellationToken ct)
    {
        Platforms = await LocalSystem.StartAsync(Sample, new HostSettings(Time, Console: false, Tap.Install, Without), ["--knobs", Knobs], ct);
        Hongyan = await BackOffice.OpenAsync(Sample.Party("hongyan-express-back-office"), ct);
        Qinghe = await BackOffice.OpenAsync(Sample.Party("qinghe-clinic-back-office"), ct);
        Phones = new Phones(Platforms);
        People = new DemoPeople(Platforms, Authorities);
    }

    internal async Task StopAsync()
    {
        Phones?.Dispose();
        if (Hongyan is not null) await Hongyan.DisposeAsync();
        if (Qinghe is not null) await Qinghe.DisposeAsync();
        if (Platforms is not null) await Platforms.DisposeAsync();
    }

    /// <summary>A person of the sample consents on the pages; waits for the operator's notice, so that any assurance suffices.</summary>
    internal async Task<Aid> ConsentAsync(BackOffice office, ServiceId service, int phone, CancellationToken ct)
    {
        var aid = await People.ConsentAsync(office, service, phone, new StepNotes(), ct);
        await DemoPeople.WaitForAssuranceAsync(office, aid, ct);
        return aid;
    }

    /// <summary>Closes the second back office: its folder is the caller's from now on.</summary>
    private protected async Task<PartyFolder> GiveUpQingheAsync()
    {
        await Qinghe.DisposeAsync();
        Qinghe = null!;
        return Sample.Party("qinghe-clinic-back-office");
    }

    private protected virtual ValueTask BeforeStopAsync() => ValueTask.CompletedTask;

    private protected virtual Task BeforeStartAsync(CancellationToken ct) => Task.CompletedTask;

    private protected virtual Task AfterStartAsync(CancellationToken ct) => Task.CompletedTask;

    private string Knobs => Path.Combine(Sample.Root, "knobs.json");
}
