using System.Collections.Concurrent;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Ascs.Contracts;
using Ascs.Trust.Certificates;
using Ascs.Trust.Directory;

namespace Ascs.Trust.Calls;

/// <summary>One connection pool per peer: mutual TLS, and at the other end nobody but the platform called, under the certificate pinned at pairing.</summary>
internal sealed class PeerClients(OwnCertificate own, CertificateTrust authorities, IPlatformDirectory directory) : IDisposable
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(3), Lifetime = TimeSpan.FromMinutes(10);

    // A renewed certificate begins new pools; connections under the former one end by themselves.
    private readonly ConcurrentDictionary<(PlatId Peer, X509Certificate2 Own), Lazy<HttpMessageInvoker>> clients = new();

    public HttpMessageInvoker Of(PlatId peer) => clients.GetOrAdd((peer, own.Current), key => new(() => new HttpMessageInvoker(Handler(key.Peer, key.Own)))).Value;

    public void Dispose()
    {
        foreach (var client in clients.Values.Where(client => client.IsValueCreated)) client.Value.Dispose();
    }

    private SocketsHttpHandler Handler(PlatId peer, X509Certificate2 certificate) => new()
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
            ClientCertificateContext = SslStreamCertificateContext.Create(certificate, additionalCertificates: null, offline: true),
            RemoteCertificateValidationCallback = (_, shown, _, errors) => Accepts(shown as X509Certificate2, errors, peer),
        },
    };

    private bool Accepts(X509Certificate2? certificate, SslPolicyErrors errors, PlatId peer) =>
        authorities.CheckCalled(certificate, errors, peer) is null
        && directory.Find(peer) is { } known && directory.IsPinned(known, CertificateIdentity.ThumbprintOf(certificate!));
}
