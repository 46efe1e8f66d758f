using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ascs.Contracts;
using Ascs.Gm;
using Ascs.Storage;
using Ascs.Trust.Calls;
using Ascs.Trust.Certificates;
using Ascs.Trust.Directory;
using Ascs.Trust.Hosting;
using Ascs.Trust.Idempotency;
using Ascs.Trust.Sessions;
using Ascs.Trust.Signing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ascs.Trust.Tests.Hosting;

/// <summary>A platform with real listeners on loopback: mutual TLS for platforms, plain TLS for browsers.</summary>
internal sealed class TestPlatform : IAsyncDisposable
{
    private readonly WebApplication app;

    private TestPlatform(WebApplication app) => this.app = app;

    public required TestDirectory Directory { get; init; }

    public required X509Certificate2 Certificate { get; init; }

    public required IDocumentStore Store { get; init; }

    public required Handled Handled { get; init; }

    public required JournalLines Journal { get; init; }

    public Uri PublicAddress { get; private set; } = null!;

    public Peer Self => Directory.Self;

    public PlatId PlatId => Self.PlatId;

    public IPlatformCaller Caller => app.Services.GetRequiredService<IPlatformCaller>();

    public IServiceProvider Services => app.Services;

    public static async Task<TestPlatform> StartAsync(
        TestWorld world, Role role, string name, EnterpriseId? enterprise = null, OperatorId? @operator = null, CertificateAuthority? authority = null)
    {
        var platId = PlatId.NewRandom();
        var certificate = Assert.IsType<IssueOutcome.Issued>((authority ?? world.Authority).Issue(platId, [], world.Time.GetUtcNow())).Certificate;
        var self = new Peer(platId, role, name, new Uri("https://localhost"), CertificateIdentity.ThumbprintOf(certificate), enterprise, @operator);
        var directory = new TestDirectory { AuthorKey = Sm2PrivateKey.Generate(), Self = self };
        var (store, handled, journal) = (world.NewStore(), new Handled(), new JournalLines());
        var app = Build(world, directory, certificate, store, handled, journal);
        await app.StartAsync();
        var platform = new TestPlatform(app) { Directory = directory, Certificate = certificate, Store = store, Handled = handled, Journal = journal };
        platform.LearnPorts();
        return platform;
    }

    /// <summary>Each knows the other, with certificate, author key and a secret of their own.</summary>
    public static void Pair(TestPlatform one, TestPlatform other)
    {
        var secret = RandomNumberGenerator.GetBytes(PairSecret.Length);
        Learn(one, other, secret);
        Learn(other, one, secret);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Certificate.Dispose();
    }

    private static void Learn(TestPlatform one, TestPlatform other, byte[] secret)
    {
        one.Directory.Known[other.PlatId] = other.Self with { Permissions = Permissions.ByRole(one.Self.Role, other.Self.Role, other.Self.EnterpriseId) };
        one.Directory.Shared[other.PlatId] = new PairSecret("pair-v1", secret);
        one.Directory.Keys[(other.PlatId, "author-v1")] = other.Directory.AuthorKey.PublicKey;
        one.Directory.Keys[(other.PlatId, "exchange-v1")] = other.Directory.ExchangeKey.PublicKey;
        var token = System.Text.Encoding.ASCII.GetBytes(MintedToken.Auth(other.PlatId, DateTimeOffset.UnixEpoch));
        (one.Directory.TokensFor[other.PlatId], other.Directory.TokensFrom[one.PlatId]) = (token, token);
    }

    private static WebApplication Build(
        TestWorld world, TestDirectory directory, X509Certificate2 certificate, IDocumentStore store, Handled handled, JournalLines journal)
    {
        var (builder, own) = (WebApplication.CreateSlimBuilder(), new OwnCertificate(certificate));
        builder.Logging.ClearProviders().AddProvider(journal).AddFilter("Microsoft", LogLevel.Warning); // as the journal does
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.UseTrustLimits();
            kestrel.ListenLocalhostAny(listen => listen.UsePlatformListener(own, world.Trust));
            kestrel.ListenLocalhostAny(listen => listen.UsePublicListener(own));
        });
        builder.Services.AddTrust(new TrustOptions
        {
            Directory = directory, PublicKeys = directory, Secrets = directory, Sessions = directory, Author = directory, AnswerSeal = new Sm4AnswerSeal(new byte[16]),
            Store = store, Certificate = certificate, Authorities = world.Trust, Limits = world.Limits, Time = world.Time,
        });
        builder.Services.AddSingleton(handled).AddSingleton<IHealthPart, TestPart>().AddSingleton<AnswerStates>().AddSingleton<AnswerRevocations>().AddSingleton<AnswerDispatches>();
        var app = builder.Build();
        var table = TestTable.Make();
        app.MapPlatformEndpoints(table);
        app.MapPages(table);
        return app;
    }

    private void LearnPorts()
    {
        var ports = app.Urls.Select(url => new Uri(url).Port).ToArray();
        Directory.Self = Self with { Address = new Uri($"https://localhost:{ports[0]}") };
        PublicAddress = new Uri($"https://localhost:{ports[1]}");
    }
}
