using System.Collections.Concurrent;
using System.Net;
using Ascs.Client;
using Ascs.Contracts;
using Ascs.Hosts.Local.Demo;
using Ascs.Hosts.Local.Setup;
using Ascs.Trust.Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ascs.Journeys.Tests.Clients;

/// <summary>An enterprise's own program at the address of its platform: it is pushed events, and its pages stay its own.</summary>
public sealed class EventsJourneyTests(ClientSystem system) : IClassFixture<ClientSystem>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_program_that_listens_is_pushed_outcomes_and_replies_with_their_text()
    {
        var handled = new ConcurrentQueue<AscsEvent>();
        var folder = system.Sample.Party(ClientSystem.Enterprise);
        var party = await PartyReader.ReadAsync(folder, Ct);
        await using var app = Build(folder, party, handled);
        await app.StartAsync(Ct);
        var ascs = app.Services.GetRequiredService<AscsClient>();

        var grant = await system.ConsentAsync(ascs, Ct);
        var sent = (await ascs.SendAsync(ClientSystem.Parcel(grant.Aid, "9-9-9999"), Ct)).Value!;
        await UntilAsync(handled, e => e is MessageOutcome { Outcome.Outcome: SendOutcome.Delivered } outcome && outcome.Outcome.DispatchId == sent.DispatchId);
        await system.Phones.ReplyAsync("operator-a", DemoPeople.LinNumber, Messages.ParcelPort, "放门口就好", Ct);
        await UntilAsync(handled, e => e is ReplyArrived { OptOut: false, Text: "放门口就好" });
        Assert.Equal(Enumerable.Range(1, handled.Count).Select(i => (long)i), handled.Select(e => e.Sequence));
        Assert.DoesNotContain("放门口", string.Concat(handled.Select(e => e.ToString())), StringComparison.Ordinal);

        using var handler = new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = system.Authorities.ServerCallback() } };
        using var browser = new HttpClient(handler);
        using var page = await browser.GetAsync(party.PublicAddress, Ct);
        Assert.Equal("ours", await page.Content.ReadAsStringAsync(Ct));
        Assert.False(page.Headers.Contains("RateLimit")); // the platform's limits are not the program's
        using var stranger = await browser.PostAsync(new Uri(party.PublicAddress!, EnterpriseCatalogue.DeliverEvents.Route), new StringContent("{}"), Ct);
        Assert.Equal("fallback", await stranger.Content.ReadAsStringAsync(Ct)); // the platform's endpoints are not behind the other door
    }

    private static WebApplication Build(PartyFolder folder, PartyFile party, ConcurrentQueue<AscsEvent> handled)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddAscs(new AscsOptions { Folder = folder.Root });
        builder.Services.AddSingleton(handled).AddAscsEventHandler<Handler>();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, party.PlatformAddress!.Port, listen => listen.UseAscs());
            kestrel.Listen(IPAddress.Loopback, party.PublicAddress!.Port, listen => listen.UseHttps(PemFiles.Load(folder.Certificate, folder.CertificateKey)));
        });
        var app = builder.Build();
        app.MapAscsEvents();
        app.MapGet("/", () => "ours");
        app.MapFallback(() => "fallback");
        return app;
    }

    private static Task<bool> UntilAsync(ConcurrentQueue<AscsEvent> handled, Func<AscsEvent, bool> wanted) =>
        Waiting.UntilAsync("The event did not arrive.", () => Task.FromResult(handled.Any(wanted)), found => found, Ct);

    private sealed class Handler(ConcurrentQueue<AscsEvent> handled) : IAscsEventHandler
    {
        public Task HandleAsync(AscsEvent e, CancellationToken ct)
        {
            handled.Enqueue(e);
            return Task.CompletedTask;
        }
    }
}
