using System.Security.Cryptography;
using Ascs.Contracts;
using Ascs.Fleet;
using Ascs.Storage;
using Ascs.Storage.Sqlite;
using Ascs.Trust.Certificates;
using Ascs.Trust.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ascs.Benchmarks;

/// <summary>What can't be left out: mutual TLS hops with empty handlers, durable commits of nothing else, hashes alone.</summary>
internal sealed class Floors
{
    private const int Callers = 16;
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(2);

    /// <summary>Posts of 1 kB a second over mutual TLS to an empty handler.</summary>
    public double SmallHops { get; private set; }

    /// <summary>Posts of 64 kB a second, about a dispatch of 500.</summary>
    public double LargeHops { get; private set; }

    /// <summary>Durable commits of one 1 kB document a second, each its own partition.</summary>
    public double Commits { get; private set; }

    /// <summary>SHA-256 over 300 bytes, a second: a leaf and its share of the tree are two.</summary>
    public double Hashes { get; private set; }

    public static async Task<Floors> MeasureAsync(FleetFolder folder, CancellationToken ct)
    {
        var floors = new Floors { Commits = await CommitsAsync(folder, ct), Hashes = HashesNow() };
        (floors.SmallHops, floors.LargeHops) = await HopsAsync(folder, ct);
        return floors;
    }

    private static async Task<(double Small, double Large)> HopsAsync(FleetFolder folder, CancellationToken ct)
    {
        var (server, client) = (folder.Sample.Party("trusted-party"), folder.Sample.Party("hongyan-express"));
        using var authorities = new CertificateTrust([PemFiles.LoadCertificate(server.Authority)], TimeProvider.System);
        using var certificate = PemFiles.Load(server.Certificate, server.CertificateKey);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.Configure<LoggerFilterOptions>(filter => filter.MinLevel = LogLevel.Warning); // a floor logs no requests
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.UsePlatformListener(new OwnCertificate(certificate), authorities)));
        await using var app = builder.Build();
        app.MapPost("/", async (HttpRequest request) => await request.Body.CopyToAsync(Stream.Null));
        await app.StartAsync(ct);
        using var own = PemFiles.Load(client.Certificate, client.CertificateKey);
        using var http = new HttpClient(new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = authorities.ServerCallback(), ClientCertificates = [own] } })
        {
            BaseAddress = new Uri(app.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal)),
        };
        return (await PostsAsync(http, 1_000, ct), await PostsAsync(http, 64_000, ct));
    }

    private static Task<double> PostsAsync(HttpClient http, int bytes, CancellationToken ct)
    {
        var body = new byte[bytes];
        return RateAsync(async () =>
        {
            using var answer = await http.PostAsync("/", new ByteArrayContent(body), ct);
            answer.EnsureSuccessStatusCode();
        });
    }

    private static async Task<double> CommitsAsync(FleetFolder folder, CancellationToken ct)
    {
        var file = Path.Combine(folder.Sample.Root, "floor.db");
        await using var store = SqliteDocumentStore.Open(new SqliteStoreOptions(file, Containers.Main) { Time = TimeProvider.System });
        var ids = new IdSource(TimeProvider.System);
        var body = System.Text.Encoding.UTF8.GetBytes($"{{\"v\":\"{new string('x', 1000)}\"}}");
        return await RateAsync(() => store.CommitAsync(Containers.Work, ids.Next(), [new Write.Create("a", body)], ct));
    }

    private static async Task<double> RateAsync(Func<Task> act)
    {
        var (start, done) = (TimeProvider.System.GetTimestamp(), 0L);
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(async _ =>
        {
            while (TimeProvider.System.GetElapsedTime(start) < Span)
            {
                await act();
                Interlocked.Increment(ref done);
            }
        }));
        return done / TimeProvider.System.GetElapsedTime(start).TotalSeconds;
    }

    private static double HashesNow()
    {
        var (start, done, bytes) = (TimeProvider.System.GetTimestamp(), 0L, new byte[300]);
        while (TimeProvider.System.GetElapsedTime(start) < Span / 4)
        {
            for (var i = 0; i < 1000; i++, done++)
                SHA256.HashData(bytes, bytes.AsSpan(0, 32));
        }

        return done / TimeProvider.System.GetElapsedTime(start).TotalSeconds;
    }
}
