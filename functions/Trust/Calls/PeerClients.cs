using System.Collections.Concurrent;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Ascs.Contracts;
using Ascs.Trust.Certificates;
using Ascs.Trust.Directory;

namespace Ascs.Trust.Calls;

/// <summary>One connection pool per peer: mutual TLS, and at the other end nobody but the platform called, under the certificate pinned at pairing.</summary>
internal sealed class PeerClients(X509Certificate2 own, CertificateTrust authorities, IPlatformDirectory directory) : IDisposable
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(3), Lifetime = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<PlatId, Lazy<HttpMessageInvoker>> clients = new();

    public HttpMessageInvoker Of(PlatId peer) => clients.GetOrAdd(peer, id => new(() => new HttpMessageInvoker(Handler(id)))).Value;

    public void Dispose()
    {
        foreach (var client in clients.Values.Where(client => client.IsValueCreated)) client.Value.Dispose();
    }

    private SocketsHttpHandler Handler(PlatId peer) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = ConnectTimeout,
        PooledConnectionLifetime = Lifetime,
        EnableMultipleHttp2Connections = true,
        ActivityHeadersPropagator = null, // the caller sets traceparent itself, so that it is there with and without listeners
        SslOptions = new SslClientAuthenticationOptions
        {
            AllowTlsResume = false, // each connection proves both certificates
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13, // CHEAA-4.1.1
            ClientCertificateContext = SslStreamCertificateContext.Create(own, additionalCertificates: null, offline: true),
            RemoteCertificateValidationCallback = (_, certificate, _, errors) => Accepts(certificate as X509Certificate2, errors, peer),
        },
    };

    private bool Accepts(X509Certificate2? certificate, SslPolicyErrors errors, PlatId peer) =>
        authorities.CheckCalled(certificate, errors, peer) is null
        && directory.Find(peer) is { } known && directory.IsPinned(known, CertificateIdentity.ThumbprintOf(certificate!));
}
