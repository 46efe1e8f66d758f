using System.Net;
using Ascs.Storage;
using Ascs.Tests;
using Ascs.Trust.Calls;
using Ascs.Trust.Certificates;
using Ascs.Trust.Hosting;
using Ascs.Trust.Idempotency;
using Ascs.Trust.Keys;
using Ascs.Trust.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Ascs.Enterprise.Tests.World;

/// <summary>An enterprise's pages on a real server, with the module, real keys and a fake clock; only the partners are played.</summary>
internal sealed class EnterpriseWorld : IAsyncDisposable
{
    private readonly string keyFile = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private LocalKeyWrapper wrapper = null!;
    private CertificateAuthority authority = null!;
    private WebApplication app = null!;

    private EnterpriseWorld()
    {
        ThirdParty = new ThirdParty(Partners, Time);
        Watch = new WatchedStore(new InMemoryDocumentStore(Time));
        Store = new RecordingStore(Watch);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 22, 2, 0, 0, TimeSpan.Zero));

    public Partners Partners { get; } = new();

    public ThirdParty ThirdParty { get; }

    public RecordingStore Store { get; }

    /// <summary>What is asked of the store.</summary>
    public WatchedStore Watch { get; }

    public LogLines Log { get; } = new();

    public KeyRing Keys { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public CancellationToken Ct { get; } = TestContext.Current.CancellationToken;

    public static Uri PublicAddress { get; } = new("https://hongyan.example");

    public static async Task<EnterpriseWorld> StartAsync(Func<EnterpriseOptions, EnterpriseOptions>? change = null)
    {
        var world = new EnterpriseWorld();
        await world.OpenKeysAsync();
        world.app = world.Build((change ?? (o => o))(Options));
        await world.app.StartAsync();
        world.Address = new Uri(world.app.Urls.Single());
        return world;
    }

    public static EnterpriseOptions Options { get; } = new()
    {
        EnterpriseId = Samples.Enterprise, Policies = Samples.Policies, PublicAddress = PublicAddress, Devices = Samples.Devices,
        NetworkCodes = new Dictionary<Contracts.OperatorId, IReadOnlyList<string>> { [Samples.First] = ["46000", "46002"], [Samples.Second] = ["46001"] },
    };

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public Visit Visit(string language = "en") => new(this, language);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Keys.Dispose();
        wrapper.Dispose();
        authority.Dispose();
        ThirdParty.Dispose();
        File.Delete(keyFile);
    }

    private async Task OpenKeysAsync()
    {
        LocalKeyWrapper.Create(keyFile, Time.GetUtcNow());
        wrapper = LocalKeyWrapper.Open(keyFile);
        var keyStore = new InMemoryDocumentStore(Time, Containers.KeyStore);
        Keys = await KeyRing.OpenAsync(keyStore, keyStore, wrapper);
        foreach (var (name, algorithm) in EnterpriseKeys.All)
            await Keys.EnsureAsync(name, algorithm, Time.GetUtcNow());
    }

    private WebApplication Build(EnterpriseOptions options)
    {
        authority = CertificateAuthority.Create("test", Time.GetUtcNow());
        var certificate = Assert.IsType<IssueOutcome.Issued>(authority.Issue(Partners.Self.PlatId, [], Time.GetUtcNow())).Certificate;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Trace);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddTrust(new TrustOptions
        {
            Directory = Partners, PublicKeys = Partners, Secrets = Partners, Sessions = new RingSessionSecrets(Keys), Author = Partners, AnswerSeal = new Sm4AnswerSeal(new byte[16]), Store = Store,
            Certificate = certificate, Authorities = new CertificateTrust([authority.Certificate], Time), Time = Time,
        });
        builder.Services.AddSingleton<IPlatformCaller>(ThirdParty).AddSingleton(Keys).AddEnterprise(options);
        var built = builder.Build();
        built.MapPages(EnterpriseTable.Create());
        return built;
    }
}
