using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Ascs.Contracts;
using Ascs.Trust.Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;

namespace Ascs.Trust.Tests.Certificates;

/// <summary>The real thing: Kestrel on one side, HttpClient on the other, mutual TLS between them (CHEAA-4.1.1 a).</summary>
public sealed class HandshakeTests : IAsyncLifetime
{
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow(); // the TLS stack has a clock of its own
    private readonly PlatId _server = Issued.Platform(), _caller = Issued.Platform(1_795_996_800_123_457);
    private readonly CertificateAuthority _authority, _foreign;
    private readonly CertificateTrust _trust;
    private WebApplication? _app;

    public HandshakeTests()
    {
        (_authority, _foreign) = (CertificateAuthority.Create("Own", _now), CertificateAuthority.Create("Foreign", _now));
        _trust = new CertificateTrust([_authority.Certificate], TimeProvider.System);
    }

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listener => listener.UseHttps(https =>
        {
            https.ServerCertificate = Issued.By(_authority, _now, platform: _server);
            https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
            https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
            https.ClientCertificateValidation = _trust.AcceptsClient;
        })));
        _app = builder.Build();
        _app.MapGet("/", (HttpContext context) => CertificateIdentity.PlatformOf(context.Connection.ClientCertificate!)?.ToString());
        await _app.StartAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task both_ends_know_each_other()
    {
        using var certificate = Issued.By(_authority, _now, platform: _caller);
        Assert.Equal(_caller.ToString(), await GetAsync(certificate, _trust.ServerCallback(_server)));
    }

    [Fact]
    public async Task without_a_certificate_there_is_no_answer() =>
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => GetAsync(null, _trust.ServerCallback(_server)));

    [Fact]
    public async Task with_one_of_another_authority_there_is_no_answer()
    {
        using var certificate = Issued.By(_foreign, _now, platform: _caller);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => GetAsync(certificate, _trust.ServerCallback(_server)));
    }

    [Fact]
    public async Task the_caller_hangs_up_on_a_platform_it_did_not_call()
    {
        using var certificate = Issued.By(_authority, _now, platform: _caller);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => GetAsync(certificate, _trust.ServerCallback(_caller)));
    }

    [Fact]
    public async Task the_caller_hangs_up_on_a_foreign_authority()
    {
        using var trust = new CertificateTrust([_foreign.Certificate], TimeProvider.System);
        using var certificate = Issued.By(_authority, _now, platform: _caller);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => GetAsync(certificate, trust.ServerCallback(_server)));
    }

    public async ValueTask DisposeAsync()
    {
        await _app!.DisposeAsync();
        _trust.Dispose();
        _authority.Dispose();
        _foreign.Dispose();
    }

    private async Task<string> GetAsync(X509Certificate2? certificate, RemoteCertificateValidationCallback validation)
    {
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = validation;
        if (certificate is not null) handler.SslOptions.ClientCertificates = [certificate];
        using var client = new HttpClient(handler);
        return await client.GetStringAsync(_app!.Urls.Single(), TestContext.Current.CancellationToken);
    }
}
