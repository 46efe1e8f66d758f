using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Ascs.Contracts;
using Ascs.Hosts.Local.Setup;
using Ascs.Journeys.Tests.Systems;
using Ascs.Trust.Certificates;

namespace Ascs.Journeys.Tests.Listeners;

/// <summary>The two listeners of each platform: who gets in, and what is behind which.</summary>
[Collection(OneSystem.Name)]
public sealed class ListenerTests(RunningSystem system)
{
    public static TheoryData<string> Parties => [.. SamplePlan.Parties.Where(plan => plan.Listens).Select(plan => plan.Folder)];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Parties))]
    public async Task Without_a_client_certificate_the_handshake_fails(string party)
    {
        using var client = Client(null);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(File(party).PlatformAddress, Cancelled));
    }

    [Theory]
    [MemberData(nameof(Parties))]
    public async Task With_a_certificate_of_another_authority_the_handshake_fails(string party)
    {
        using var stranger = CertificateAuthority.Create("Ascs local authority", TimeProvider.System.GetUtcNow());
        var issued = Assert.IsType<IssueOutcome.Issued>(stranger.Issue(File("qinghe-clinic").PlatId, ["localhost"], TimeProvider.System.GetUtcNow()));
        using var client = Client(issued.Certificate);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(File(party).PlatformAddress, Cancelled));
        issued.Certificate.Dispose();
    }

    [Fact]
    public async Task With_a_self_signed_certificate_the_handshake_fails()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=anyone", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        using var client = Client(certificate);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(File("operator-a").PlatformAddress, Cancelled));
    }

    [Theory]
    [MemberData(nameof(Parties))]
    public async Task There_are_no_pages_on_the_platform_port(string party)
    {
        var folder = system.Sample.Party("hongyan-express-back-office");
        using var certificate = PemFiles.Load(folder.Certificate, folder.CertificateKey);
        using var client = Client(certificate);
        foreach (var route in new[] { "/", CommonPages.Health.Route, CommonPages.Keys.Route, EnterpriseCatalogue.Privacy.Route, TrustedPartyCatalogue.Checkpoint.Route })
        {
            using var answer = await client.GetAsync(new Uri(File(party).PlatformAddress!, route), Cancelled);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        }
    }

    [Fact]
    public async Task There_are_no_platform_endpoints_on_the_public_ports()
    {
        using var client = Client(null);
        (string Party, IReadOnlyList<Endpoint> Endpoints)[] all =
        [
            (SamplePlan.TrustedParty, TrustedPartyCatalogue.Endpoints), ("operator-a", OperatorCatalogue.Endpoints), ("hongyan-express", EnterpriseCatalogue.Endpoints),
        ];
        foreach (var (party, endpoint) in all.SelectMany(each => each.Endpoints.Select(endpoint => (each.Party, endpoint))))
        {
            using var body = new StringContent("{}", Encoding.UTF8, "application/json");
            using var answer = await client.PostAsync(new Uri(File(party).PublicAddress!, endpoint.Route), body, Cancelled);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Theory]
    [MemberData(nameof(Parties))]
    public async Task Every_platform_says_that_it_is_well(string party)
    {
        using var client = Client(null);
        using var answer = await client.GetAsync(new Uri(File(party).PublicAddress!, CommonPages.Health.Route), Cancelled);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private PartyFile File(string party) => system.Platforms.Hosts.Single(host => host.File.Id == party).File;

    private HttpClient Client(X509Certificate2? certificate)
    {
        var handler = new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = system.Authorities.ServerCallback() } };
        if (certificate is not null)
        {
            handler.SslOptions.ClientCertificates = [certificate];
            handler.SslOptions.LocalCertificateSelectionCallback = (_, _, _, _, _) => certificate;
        }

        return new HttpClient(handler);
    }
}
