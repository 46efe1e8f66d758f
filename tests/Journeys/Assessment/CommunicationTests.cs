using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ascs.Hosts.Local.Setup;
using Ascs.Journeys.Tests.Systems;
using Ascs.Trust.Certificates;

namespace Ascs.Journeys.Tests.Assessment;

/// <summary>4.1.1, assessed as 5.1.1 says: the protocol's version, both certificates, and how long they live.</summary>
[Collection(OneSystem.Name)]
public sealed class CommunicationTests(RunningSystem system)
{
    private const byte Fatal = 2, ProtocolVersion = 70; // RFC 5246 7.2

    public static TheoryData<string> Parties => [.. SamplePlan.Parties.Where(plan => plan.Listens).Select(plan => plan.Folder)];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Parties))]
    [Clause("CHEAA-4.1.1a", "offers SSL 3.0, TLS 1.0 and TLS 1.1 by a raw ClientHello: a fatal alert, of TLS 70 (protocol_version); TLS 1.2 by the same bytes is taken up")]
    public async Task Only_TLS_1_2_and_newer_are_spoken(string party)
    {
        Assert.Equal((ClientHello.Alert, Fatal), Alert(await ClientHello.OfferAsync(Address(party), 3, 0, Cancelled)).Kind);
        foreach (byte minor in new byte[] { 1, 2 })
            Assert.Equal(((ClientHello.Alert, Fatal), ProtocolVersion), Alert(await ClientHello.OfferAsync(Address(party), 3, minor, Cancelled)));
        Assert.Equal(ClientHello.Handshake, (await ClientHello.OfferAsync(Address(party), 3, 3, Cancelled))[0]);
    }

    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    [Clause("CHEAA-4.1.1a", "with both certificates a request is answered over TLS 1.2 and over TLS 1.3")]
    public async Task Both_versions_serve_who_proves_himself(SslProtocols version)
    {
        using var own = Own();
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(own, version));
    }

    [Fact]
    [Clause("CHEAA-4.1.1a", "no client certificate, one of another authority of the same name, an expired one, one not yet valid, the authority's own: no handshake, no answer")]
    public async Task Who_does_not_prove_himself_is_not_answered()
    {
        using var stranger = CertificateAuthority.Create("Ascs local authority", Now);
        using var expired = Make(Now.AddMinutes(-4), Now.AddSeconds(-1));
        using var early = Make(Now.AddHours(1), Now.AddDays(1));
        using var foreign = Assert.IsType<IssueOutcome.Issued>(stranger.Issue(Platform, ["localhost"], Now)).Certificate;
        using var root = Root();
        foreach (var certificate in new[] { null, expired, early, foreign, root })
        {
            foreach (var version in new[] { SslProtocols.Tls12, SslProtocols.Tls13 })
                await Assert.ThrowsAnyAsync<HttpRequestException>(() => AskAsync(certificate, version));
        }
    }

    [Fact]
    [Clause("CHEAA-4.1.1a", "the caller, too, refuses a server without the pinned certificate: another platform's listener behind the called name gets no request")]
    public async Task A_caller_sends_nothing_to_another_platform()
    {
        using var trust = new CertificateTrust([PemFiles.LoadCertificate(system.Sample.Party("operator-a").Authority)], TimeProvider.System);
        using var own = Own();
        var expected = system.Platforms.Host("operator-b").File.PlatId;
        using var client = Client(own, SslProtocols.None, trust.ServerCallback(expected));
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(Address("operator-a"), Cancelled));
    }

    [Fact]
    [Clause("CHEAA-4.1.1b", "every certificate in use comes from the common authority and lives 90 days; the authority issues none over 24 months, and one of 25 months made by its key is refused by every listener")]
    public async Task No_certificate_lives_longer_than_24_months()
    {
        foreach (var folder in SamplePlan.Parties.Select(plan => system.Sample.Party(plan.Folder)))
        {
            using var certificate = PemFiles.LoadCertificate(folder.Certificate);
            Assert.Null(system.Authorities.CheckClient(certificate));
            Assert.InRange(certificate.NotAfter - certificate.NotBefore, TimeSpan.FromDays(90), TimeSpan.FromDays(90.1));
        }

        using var authority = CertificateAuthority.Load(Path.Combine(system.Sample.Authority, "ca.pem"), Path.Combine(system.Sample.Authority, "ca.key"));
        Assert.Equal(new IssueOutcome.Refused(CertificateFault.LivesTooLong), authority.Issue(Platform, ["localhost"], Now, Now.AddMonths(25) - Now));
        using var long25 = Make(Now.AddMinutes(-5), Now.AddMinutes(-5).AddMonths(25));
        using var long24 = Make(Now.AddMinutes(-5), Now.AddMinutes(-5).AddMonths(24));
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => AskAsync(long25, SslProtocols.Tls12));
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(long24, SslProtocols.Tls12));
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static ((byte, byte) Kind, byte Description) Alert(byte[] answer) => ((answer[0], answer[5]), answer[6]);

    private Contracts.PlatId Platform => system.Platforms.Host("hongyan-express").File.PlatId;

    private Uri Address(string party) => system.Platforms.Host(party).File.PlatformAddress!;

    private X509Certificate2 Own()
    {
        var folder = system.Sample.Party("hongyan-express");
        return PemFiles.Load(folder.Certificate, folder.CertificateKey);
    }

    private X509Certificate2 Root() => PemFiles.Load(Path.Combine(system.Sample.Authority, "ca.pem"), Path.Combine(system.Sample.Authority, "ca.key"));

    // As an authority that keeps no rules would make it.
    private X509Certificate2 Make(DateTimeOffset from, DateTimeOffset to)
    {
        using var root = Root();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var issued = CertificateRequestOf.Platform(Platform, ["localhost"], key).Create(root, from, to, RandomNumberGenerator.GetBytes(16));
        return PemFiles.Usable(issued.CopyWithPrivateKey(key));
    }

    private async Task<HttpStatusCode> AskAsync(X509Certificate2? certificate, SslProtocols version)
    {
        using var client = Client(certificate, version, system.Authorities.ServerCallback());
        using var answer = await client.GetAsync(Address("operator-a"), Cancelled);
        return answer.StatusCode;
    }

    private static HttpClient Client(X509Certificate2? certificate, SslProtocols version, RemoteCertificateValidationCallback server) => new(new SocketsHttpHandler
    {
        SslOptions =
        {
            EnabledSslProtocols = version,
            RemoteCertificateValidationCallback = server,
            ClientCertificateContext = certificate is null ? null : SslStreamCertificateContext.Create(certificate, null, offline: true),
        },
    });
}
