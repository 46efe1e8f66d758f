using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Ascs.Contracts;
using Ascs.Trust.Certificates;
using Ascs.Trust.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ascs.Tests;

/// <summary>A receiver on loopback under an authority of its own.</summary>
internal sealed class WebhookListener : IAsyncDisposable
{
    private readonly CertificateAuthority authority = CertificateAuthority.Create("receiver", TimeProvider.System.GetUtcNow());
    private WebApplication app = null!;

    private WebhookListener() => AuthorityFile = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".pem");

    public ConcurrentQueue<(WebhookHeaders Headers, byte[] Body)> Received { get; } = new();

    public X509Certificate2 Authority => authority.Certificate;

    /// <summary>The same in a file.</summary>
    public string AuthorityFile { get; }

    public Uri Address { get; private set; } = null!;

    public static async Task<WebhookListener> StartAsync(Action<HttpContext>? answer = null)
    {
        var listener = new WebhookListener();
        await File.WriteAllTextAsync(listener.AuthorityFile, listener.Authority.ExportCertificatePem());
        var issued = Assert.IsType<IssueOutcome.Issued>(listener.authority.Issue(PlatId.NewRandom(), ["localhost"], TimeProvider.System.GetUtcNow()));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(issued.Certificate)));
        listener.app = builder.Build();
        listener.app.Run(context => listener.TakeAsync(context, answer));
        await listener.app.StartAsync();
        listener.Address = new Uri($"https://localhost:{new Uri(listener.app.Urls.Single()).Port}/hook");
        return listener;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        File.Delete(AuthorityFile);
        authority.Dispose();
    }

    private async Task TakeAsync(HttpContext context, Action<HttpContext>? answer)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var headers = context.Request.Headers;
        Received.Enqueue((new WebhookHeaders(headers[WebhookHeaders.IdName]!, headers[WebhookHeaders.TimestampName]!, headers[WebhookHeaders.SignatureName]!), body.ToArray()));
        answer?.Invoke(context);
    }
}
