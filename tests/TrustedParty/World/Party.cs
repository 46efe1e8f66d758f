using Ascs.Contracts;
using Ascs.Storage;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Authorisations;
using Ascs.TrustedParty.Dispatches;
using Ascs.TrustedParty.EvidenceLog;
using Ascs.TrustedParty.Events;
using Ascs.TrustedParty.Outcomes;
using Ascs.TrustedParty.Services;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ascs.TrustedParty.Tests.World;

/// <summary>One process of the trusted party, as far as dispatches go. Killed, it does nothing more: its writes are lost.</summary>
internal sealed class Party
{
    private readonly TestWorld world;
    private readonly ServiceProvider services;
    private bool stopped;

    public Party(TestWorld world, KillSwitch kill)
    {
        (this.world, Kill) = (world, kill);
        var clocks = new FakeClocks();
        services = new ServiceCollection()
            .AddLogging(log => log.AddProvider(world.Journal))
            .AddSingleton<TimeProvider>(world.Time)
            .AddSingleton<IDocumentStore>(new FaultyDocumentStore(world.Store) { Plan = kill.PlanAsync })
            .AddSingleton<IEvidenceLog>(new FakeLog.Of(world.Log, kill))
            .AddSingleton<IAuthorisationKeys>(world.Keys)
            .AddSingleton<IServiceCatalogue>(world.Services)
            .AddSingleton<IRevocations>(world.Revocations)
            .AddSingleton<IAssurances>(world.Assurances)
            .AddSingleton<IPlatformDirectory>(world.Directory)
            .AddSingleton<IPeerClocks>(clocks)
            .AddSingleton<IPlatformCaller>(new FakeCaller(world, clocks, kill))
            .AddSingleton(world.Limits)
            .AddSingleton<IAidRecords, AidRecords>()
            .AddDispatches(world.Options)
            .BuildServiceProvider();
    }

    public KillSwitch Kill { get; }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public async Task StartAsync()
    {
        foreach (var service in services.GetServices<IHostedService>()) await service.StartAsync(default);
    }

    /// <summary>Ends the process.</summary>
    public async Task KillAsync()
    {
        if (stopped) return;
        stopped = true;
        Kill.Kill();
        foreach (var service in services.GetServices<IHostedService>()) await service.StopAsync(default);
    }

    public Task<Answer<CreateDispatchAnswer>> CreateAsync(CreateDispatchRequest request, string key = "key-0000000000000001") =>
        Get<CreateDispatch>().HandleAsync(request, CallOf(world.Enterprise.Peer, TrustedPartyCatalogue.CreateDispatch, key), default);

    public Task<Answer<CheckDispatchAnswer>> CheckAsync(CheckDispatchRequest request) =>
        Get<CheckDispatch>().HandleAsync(request, CallOf(world.Enterprise.Peer, TrustedPartyCatalogue.CheckDispatch, null), default);

    public Task<Answer<DispatchStateAnswer>> StateAsync(DispatchId dispatch, Peer? caller = null) =>
        Get<ReadDispatchState>().HandleAsync(
            new DispatchStateRequest(1, (caller ?? world.Enterprise.Peer).EnterpriseId!.Value, dispatch),
            CallOf(caller ?? world.Enterprise.Peer, TrustedPartyCatalogue.DispatchState, null), default);

    public Task<Answer<ReportOutcomesAnswer>> ReportAsync(FakeOperator home, ReportOutcomesRequest request) =>
        Get<ReportOutcomes>().HandleAsync(request, CallOf(home.Peer, TrustedPartyCatalogue.ReportOutcomes, "outcomes-000000000001"), default);

    public Task<Answer<EventBatch>> ReplayAsync(long from, int limit) =>
        Get<ReplayEvents>().HandleAsync(
            new ReplayEventsRequest(1, world.Enterprise.Peer.EnterpriseId!.Value, from, limit),
            CallOf(world.Enterprise.Peer, TrustedPartyCatalogue.ReplayEvents, null), default);

    public Call CallOf(Peer caller, Endpoint endpoint, string? key) => new(
        caller, endpoint.Name, key, "sha-256=:" + Convert.ToBase64String(new byte[32]) + ":",
        endpoint.AuthorSigned ? $"keyid=\"author-v1\", signature=:{Convert.ToBase64String(new byte[64])}:" : null, world.Time.GetUtcNow(), new string('0', 32));
}
